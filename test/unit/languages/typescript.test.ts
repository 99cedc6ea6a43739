import { symbolCheck } from './symbolCheck';

describe('symbols of TypeScript', () => {
  const check = symbolCheck('a.ts');

  check('function f() { function g() {} }', 'function f, function f.g');
  check('export default async function load() {}', 'function load');
  check('export default class { m() {} }', 'class default, method default.m');
  check(
    'export class A { #p() {} m() {} readonly q = () => 1; static s() {} n = 1; declare z: string }',
    'class A, method A.#p, method A.m, method A.q, method A.s, field A.n, field A.z',
  );
  check(
    'class A { constructor(private a: B, readonly b: B, c: B) {} }',
    'class A, constructor A.constructor, property A.a, property A.b',
  );
  check(
    'abstract class A { abstract m(): void; get g() { return 1; } }',
    'class A, method A.m, property A.g',
  );
  check(
    "class A { 'quoted'() {} [Symbol.iterator]() {} async *gen() {} }",
    'class A, method A.quoted, method A.gen',
  );
  check('class A { m() { this.later = () => 1; } }', 'class A, method A.m, method A.later');
  check('export const f = () => 1, g = async function () {};', 'function f, function g');
  check(
    'export const handlers = { open() {}, close: () => 1, n: 2 };',
    'variable handlers, method handlers.open, method handlers.close',
  );
  check(
    'const table = { a: { deep() {} }, "b-c": function () {} } as const;',
    'constant table, property table.a, method table.a.deep, method table.b-c',
  );
  check(
    'namespace billing { export const rate = 1; export class Invoice { charge() {} } }',
    'namespace billing, constant billing.rate, class billing.Invoice, method billing.Invoice.charge',
  );
  check('namespace a.b { function f() {} }', 'namespace a.b, function a.b.f');
  check("declare module 'ext' { export function e(): void }", 'module ext, function ext.e');
  check('declare const d: number; declare function e(): void;', 'constant d, function e');
  check(
    'interface I { m(): void; p: string } type T = { tp: number }; enum E { A, B = 1 }',
    'interface I, method I.m, property I.p, type T, property T.tp, enum E, constant E.A, constant E.B',
  );
  check(
    'const rules = [/a/]; let v = 1; var o = 2; function f() { const local = 1; }',
    'constant rules, variable v, variable o, function f',
  );
  check('export const { a, b: c } = d;', 'constant a');
  check(
    'function f() { const o = { m() {}, k: 1 }; const g = () => 1; }',
    'function f, method f.o.m, function f.g',
  );
  check('function over(a: string): void; function over(a: any) {}', 'function over, function over');
  check("describe('x', () => { const inTest = 1; function helper() {} });", 'function helper');
  check('const K = class Named { m() {} };', 'class K, method K.m');
  check('const s = "😀"; function f() {}', 'constant s, function f');
  check('function whole() {}\nfunction broken( {', 'function whole');
  check('class A { whole() {} broken( { }\nfunction after() {}', 'method whole');
});
