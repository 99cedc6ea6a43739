import { symbolCheck } from './symbolCheck';

describe('symbols of C++', () => {
  const check = symbolCheck('a.cpp');

  check(
    'namespace a { namespace b::c { class Foo { public: Foo(); ~Foo(); virtual void m() const = 0; int f_; }; } }',
    'namespace a, namespace a.b.c, class a.b.c.Foo, constructor a.b.c.Foo.Foo, method a.b.c.Foo.~Foo, method a.b.c.Foo.m, field a.b.c.Foo.f_',
  );
  check('namespace { int hidden() {} }', 'function hidden');
  check(
    'Foo::Foo() : x(1) {} Foo::~Foo() {} void a::Foo::bar() {} int *Foo::ptr() {} Foo &Foo::ref() {}',
    'constructor Foo.Foo, method Foo.~Foo, method a.Foo.bar, method Foo.ptr, method Foo.ref',
  );
  check('template <class T> int V<T>::size() const { return 1; }', 'method V.size');
  check(
    'class A { void inl() { auto l = [] {}; int x; } bool operator==(const A &) { return true; } operator bool() const { return 1; } struct In { int x; }; template <class T> void t() {} enum { P }; typedef int I; using J = int; };',
    'class A, method A.inl, function A.inl.l, method A.operator==, method A.operator bool, struct A.In, field A.In.x, method A.t, constant A.P, type A.I, type A.J',
  );
  check(
    'A::operator bool() const {} bool A::operator<(int) const {}',
    'method A.operator bool, method A.operator<',
  );
  check(
    'enum class E : int { A, B }; union U { int a; }; using K = int; template <class T> struct Tm {}; template <> struct Tm<int> {};',
    'enum E, constant E.A, constant E.B, struct U, field U.a, type K, struct Tm, struct Tm',
  );
  check(
    'static const int N = 1; const auto lam = [](int x) { return x; }; int A::s = 0; template <class T> constexpr T pi = 1;',
    'variable N, function lam, variable A.s, variable pi',
  );
  check('extern "C" { void cf() {} }', 'function cf');
  check('class Fwd; struct a::b::S {};', 'struct a.b.S');
  check('auto tr() -> int {} void decl(int);', 'function tr, function decl');
  check('class A { void whole() {} void broken( { };', 'function whole, method broken');
  check('class EXPORT A {\n public:\n  void m();\n  int f;\n};', 'class A, method A.m, field A.f');
});
