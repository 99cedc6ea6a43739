import { symbolCheck } from './symbolCheck';

describe('symbols of Go', () => {
  const check = symbolCheck('a.go');

  check(
    'package a\ntype T struct{}\nfunc (t *T) M() {}\nfunc (t T) N() {}\nfunc F() {}\n',
    'struct a.T, method a.T.M, method a.T.N, function a.F',
  );
  check(
    'package a\nfunc (s *Stack[T]) Push(x T) {}\nfunc (Stack[T]) Pop() {}',
    'method a.Stack.Push, method a.Stack.Pop',
  );
  check(
    'package a\ntype I interface{ O(); fmt.Stringer }\ntype A = T\ntype F func(int) error',
    'interface a.I, method a.I.O, type a.A, type a.F',
  );
  check(
    'package a\nconst C = 1\nconst (\n\tD = iota\n\tE\n)\nvar one = 1\nvar (\n\tv, w = 1, 2\n)\nvar _ I = nil',
    'constant a.C, constant a.D, constant a.E, variable a.one, variable a.v, variable a.w',
  );
  check(
    'package a\ntype T struct { A, B int; C struct { D int } }',
    'struct a.T, field a.T.A, field a.T.B, field a.T.C, field a.T.C.D',
  );
  check(
    'package a\nfunc F() { f := func() {}; const c = 1; type L struct{ x int } }',
    'function a.F, function a.F.f, struct a.F.L, field a.F.L.x',
  );
  check('package a\nvar f = func() {}', 'function a.f');
  check('package a\nfunc whole() {}\nfunc broken( {', 'function a.whole');
  check('package a\nfunc (e Error) Error() string { return "" }', 'method a.Error.Error');
});
