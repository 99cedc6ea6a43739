import { symbolCheck } from './symbolCheck';

describe('symbols of Python', () => {
  const check = symbolCheck('a.py');

  check('LIMIT = 3\nlower: int = 4\na = b = 5\n', 'variable LIMIT, variable lower, variable a, variable b');
  check(
    'class A:\n  @staticmethod\n  def f():\n    def g(): pass\n    local = 1\nasync def h(): pass\n',
    'class A, method A.f, function A.f.g, function h',
  );
  check(
    'class A:\n  x = 1\n  y: int\n  def __init__(self):\n    self.z = 1\n',
    'class A, field A.x, field A.y, constructor A.__init__',
  );
  check(
    'class A:\n  class B:\n    z = 1\n  fn = lambda self: 1\n',
    'class A, class A.B, field A.B.z, method A.fn',
  );
  check('f = lambda: 1\n', 'function f');
  check('if x:\n  Y = 1\n  def f(): pass\n', 'variable Y, function f');
  check('type A = int\ntype B[T] = list[T]\n', 'type A, type B');
  check('def whole(): pass\ndef broken(:\n', 'function whole, function broken');
  check('def f[T](x: T): ...\n', 'function f');
  check('try:\n  import a\nexcept ImportError:\n  a = None\n', 'variable a');
});
