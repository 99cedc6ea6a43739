import { symbolCheck } from './symbolCheck';

describe('symbols of C#', () => {
  const check = symbolCheck('a.cs');

  check(
    'namespace A.B;\npartial class C { void M() {} }\nclass D {}',
    'namespace A.B, class A.B.C, method A.B.C.M, class A.B.D',
  );
  check('namespace A { namespace B.C { class D {} } }', 'namespace A, namespace A.B.C, class A.B.C.D');
  check(
    'class C { const int K = 1; int x, y; int P { get; set; } int Q => 1; event Action E; C() {} void M<U>() { int local; void Local() {} Action f = () => {}; } }',
    'class C, constant C.K, field C.x, field C.y, property C.P, property C.Q, field C.E, constructor C.C, method C.M, function C.M.Local, function C.M.f',
  );
  check(
    'class C { void I.Explicit() {} event Action E { add {} remove {} } }',
    'class C, method C.Explicit, property C.E',
  );
  check('record R(int A) { } record struct S(int B);', 'class R, property R.A, class S, property S.B');
  check(
    'struct S {} enum E { X, Y = 2 } interface I { void M(); int P { get; } } delegate void D(int a);',
    'struct S, enum E, constant E.X, constant E.Y, interface I, method I.M, property I.P, type D',
  );
  check('class A { class B { class C {} } }', 'class A, class A.B, class A.B.C');
  check('class A { void Whole() {} void Broken( { }', 'class A, method A.Whole');
});
