import { symbolCheck } from './symbolCheck';

describe('a header', () => {
  const check = symbolCheck('a.h');

  check('int f(int class);\nstruct new { int template; };', 'function f, struct new, field new.template');
  check('#include <vector>\nstruct S { void m(); };', 'struct S, method S.m');
  check('namespace a {\nclass C {\n public:\n  void m();\n};\n}', 'namespace a, class a.C, method a.C.m');
});

describe('JavaScript with types', () => {
  const check = symbolCheck('a.js');

  check('// @flow\nclass A { m(a: string): Promise<?number> {} }', 'class A, method A.m');
  check(
    '/**\n * @flow strict\n */\nfunction f(a?: T) {}\ntype T = { p: number };',
    'function f, type T, property T.p',
  );
  check('const flow = "@flow"; const a = (b) => <p/>;', 'constant flow, function a');
});
