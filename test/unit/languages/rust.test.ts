import { symbolCheck } from './symbolCheck';

describe('symbols of Rust', () => {
  const check = symbolCheck('a.rs');

  check('mod a { pub mod b; fn f() {} }', 'module a, module a.b, function a.f');
  check(
    'impl Foo { pub fn new() -> Self { fn inner() {} let g = |x| x; } }',
    'method Foo.new, function Foo.new.inner, function Foo.new.g',
  );
  check(
    'impl<T> fmt::Display for Foo<T> { const N: u8 = 1; type X = u8; fn fmt(&self) {} }',
    'constant Foo.N, type Foo.X, method Foo.fmt',
  );
  check(
    'impl crate::x::Bar { fn a() {} } impl Tr for &Foo { fn b() {} } impl Tr for dyn Any { fn c() {} } impl Tr for u8 { fn d() {} } impl<T> Tr for [T] { fn e() {} }',
    'method Bar.a, method Foo.b, method Any.c, method u8.d, function e',
  );
  check(
    'trait T { fn f(&self); const C: u8; type Y; fn d(&self) {} }',
    'interface T, method T.f, constant T.C, type T.Y, method T.d',
  );
  check(
    'enum E { A, B(u8), C { x: u8 } } struct S { pub f: u8 } struct U(u8); union V { a: u8 }',
    'enum E, constant E.A, constant E.B, constant E.C, field E.C.x, struct S, field S.f, struct U, struct V, field V.a',
  );
  check(
    'const K: u8 = 1; static mut Z: u8 = 2; type Al = u8; const _: () = ();',
    'constant K, variable Z, type Al',
  );
  check('macro_rules! m { () => {} }', 'macro m');
  check('extern "C" { fn ext(a: u8); }', 'function ext');
  check('#[test]\nfn whole() {}\nfn broken( {', 'function whole');
});
