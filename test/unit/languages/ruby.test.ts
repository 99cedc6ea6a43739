import { symbolCheck } from './symbolCheck';

describe('symbols of Ruby', () => {
  const check = symbolCheck('a.rb');

  check(
    'module A\n  class B::C < D\n    K = 1\n    def m?; end\n    def self.s; end\n  end\nend',
    'module A, class A.B.C, constant A.B.C.K, method A.B.C.m?, method A.B.C.s',
  );
  check(
    'class A\n  def initialize; end\n  def ==(o); end\n  attr_accessor :name, :other\n  alias old m\n  define_method(:dyn) { }\n  private def p; end\nend',
    'class A, constructor A.initialize, method A.==, property A.name, property A.other, method A.old, method A.dyn, method A.p',
  );
  check('class A\n  class << self\n    def cs; end\n  end\nend', 'class A, method A.cs');
  check('S = Struct.new(:a) do\n  def sm; end\nend', 'class S, method S.sm');
  check('X, Y = 1, 2\nL = ->(x) { x }\n$g = 1\nlocal = 1', 'constant X, constant Y, function L');
  check('module A::B\n  def obj.sing; end\nend', 'module A.B, method A.B.obj.sing');
  check('def whole; end\ndef broken(', 'method whole');
  check('def outer; def nested; end; end', 'method outer, method outer.nested');
});
