import { symbolCheck } from './symbolCheck';

describe('symbols of C', () => {
  const check = symbolCheck('a.c');

  check('#define X 1\n#define F(a) a\n', 'macro X, macro F');
  check(
    'struct foo { int a; int *b, c[2]; void (*cb)(int); };',
    'struct foo, field foo.a, field foo.b, field foo.c, field foo.cb',
  );
  check('typedef struct foo { int a; } foo_t;', 'struct foo, field foo.a, type foo_t');
  check(
    'typedef struct { int a; } T; typedef unsigned long ul; typedef int (*fn)(void);',
    'struct T, field T.a, type ul, type fn',
  );
  check(
    'enum e { A, B = 2 }; union u { int z; };',
    'enum e, constant e.A, constant e.B, struct u, field u.z',
  );
  check(
    'static int f(int a) { int local = 1; return a; } int *g(void) {} char **h(void) {}',
    'function f, function g, function h',
  );
  check('int proto(void); extern int e; struct fwd;', 'function proto, variable e');
  check(
    'int x = 1, *y, z[3]; const char *const s = "a"; int (*p)(int);',
    'variable x, variable y, variable z, variable s, variable p',
  );
  check('static struct bar table[] = { { 1 } };', 'variable table');
  check('void (*signal(int a))(int) {}', 'function signal');
  check('int old(a) int a; { return a; }', 'function old');
  check('#ifdef A\nint in_if;\n#endif\nint whole(void) {}\nint broken( {', 'variable in_if, function whole');
  check('struct bar { struct { int q; } in; };', 'struct bar, field bar.in, field bar.in.q');
});
