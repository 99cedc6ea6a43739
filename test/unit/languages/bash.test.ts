import { symbolCheck } from './symbolCheck';

describe('symbols of bash', () => {
  const check = symbolCheck('a.sh');

  check(
    'f() { local a=1; b=2; g() { :; }; }\nfunction h { :; }\nfunction i() { :; }',
    'function f, function f.g, function h, function i',
  );
  check('function a::b { :; }\nfunction x-y { :; }', 'function a.b, function x-y');
  check(
    'readonly MAX=1\nX=2\nexport Y=3\nif true; then V=1; fi',
    'constant MAX, variable X, variable Y, variable V',
  );
  check('whole() { :; }\nbroken() {', 'function whole');
});
