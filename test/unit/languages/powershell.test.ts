import { symbolCheck } from './symbolCheck';

describe('symbols of PowerShell', () => {
  const check = symbolCheck('a.ps1');

  check(
    'function Get-Thing {\n  param($a)\n  function Inner { }\n  $local = 1\n}\nfilter Bar { $_ }',
    'function Get-Thing, function Get-Thing.Inner, function Bar',
  );
  check(
    'class C : B {\n  [int]$x = 1\n  C() { }\n  [void] M([int]$a) { }\n  static [C] S() { return 1 }\n}',
    'class C, property C.x, constructor C.C, method C.M, method C.S',
  );
  check('enum E { A; B = 2 }', 'enum E, constant E.A, constant E.B');
  check('$f = { param($x) $x }\n$script:g = 1\n[int]$z = 3', 'function f, variable script.g, variable z');
  check('function script:Foo { }', 'function script.Foo');
  check('function Whole { }\nfunction Broken {', 'function Whole, function Broken');
});
