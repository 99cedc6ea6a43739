import { symbolCheck } from './symbolCheck';

describe('symbols of Java', () => {
  const check = symbolCheck('A.java');

  check('package com.acme;\nclass A { void m() {} }', 'class com.acme.A, method com.acme.A.m');
  check(
    'class A<T> { A() {} static final int MAX = 1, MIN = 2; int x; <U> U m() { int local = 1; class L { void n() {} } Runnable r = () -> {}; } }',
    'class A, constructor A.A, constant A.MAX, constant A.MIN, field A.x, method A.m, class A.m.L, method A.m.L.n, function A.m.r',
  );
  check(
    'interface I { int K = 1; void m(); default void d() {} }',
    'interface I, constant I.K, method I.m, method I.d',
  );
  check(
    'enum E { A, B { void q() {} }; void z() {} }',
    'enum E, constant E.A, constant E.B, method E.B.q, method E.z',
  );
  check('record R(int a) { R {} static void s() {} }', 'class R, field R.a, constructor R.R, method R.s');
  check('@interface An { int value() default 1; }', 'interface An, method An.value');
  check(
    'class A { Runnable f = new Runnable() { public void run() {} }; }',
    'class A, field A.f, method A.f.run',
  );
  check('class A { void whole() {} void broken( { }', 'class A, method A.whole');
});
