import { symbolCheck } from './symbolCheck';

describe('symbols of JavaScript', () => {
  const check = symbolCheck('a.js');

  check(
    'class A { x = () => 1; y = 2; get z() { return 1; } static #p = 4; }',
    'class A, method A.x, field A.y, property A.z, field A.#p',
  );
  check('A.prototype.z = function () {};', 'function A.z');
  check('A.prototype = { z: function () {} };', 'method A.z');
  check(
    'module.exports = { f() {}, g: function () {}, h };',
    'variable module.exports, method module.exports.f, method module.exports.g',
  );
  check(
    'exports.e = function () {}; module.exports.k = () => {}; exports.C = class {};',
    'function exports.e, function module.exports.k, class exports.C',
  );
  check(
    'export default { methods: { click() {} }, data() {} };',
    'variable default, property default.methods, method default.methods.click, method default.data',
  );
  check('(function () { var hidden = 1; function inner() {} })();', 'function inner');
  check(
    'function Ctor() { this.m = function () {}; this.a.b = () => {}; }',
    'function Ctor, function Ctor.m, function Ctor.a.b',
  );
  check(
    'f = function () {}; a[0].b = function () {}; c().d = () => {};',
    'function f, function b, function d',
  );
  check('const o = {}; o.settings = { go() {} };', 'variable o, variable o.settings, method o.settings.go');
  check(
    'function* g() {} async function h() {} let l = function* () {};',
    'function g, function h, function l',
  );
  check('const { r } = require("x");', '');
  check('if (x) { function cond() {} var c = 1; }', 'function cond');
});
