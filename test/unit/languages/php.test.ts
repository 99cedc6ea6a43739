import { symbolCheck } from './symbolCheck';

describe('symbols of PHP', () => {
  const check = symbolCheck('a.php');

  check(
    '<?php namespace A\\B; const K = 1; function f() {} class C {}',
    'namespace A.B, constant A.B.K, function A.B.f, class A.B.C',
  );
  check(
    '<?php namespace A { class C {} } namespace { function g() {} }',
    'namespace A, class A.C, function g',
  );
  check(
    '<?php namespace A; class C {} namespace B; class D {}',
    'namespace A, class A.C, namespace B, class B.D',
  );
  check(
    '<?php class C { const Q = 1; public ?int $p = 1; static $s; function __construct(private int $promo) {} function m() { $f = function () {}; $g = fn() => 1; } abstract function abs(); }',
    'class C, constant C.Q, property C.p, property C.s, constructor C.__construct, property C.promo, method C.m, function C.m.f, function C.m.g, method C.abs',
  );
  check(
    '<?php interface I { function m(); } trait T { function t() {} } enum S: string { case A = "a"; function e() {} }',
    'interface I, method I.m, class T, method T.t, enum S, constant S.A, method S.e',
  );
  check(
    "<?php define('M', 1); $x = function () {}; $o = new class { function anon() {} };",
    'constant M, function x, class o, method o.anon',
  );
  check('<?php function outer() { function inner() {} }', 'function outer, function outer.inner');
  check('<?php function whole() {}\nfunction broken( {', 'function whole');
});
