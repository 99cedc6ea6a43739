import { filler, maskedCode } from '../codeMask';
import { rubyLexis } from '../lexes';
import type { ManifestReader } from './dependency';

const blank = String.raw`[ \t]`;
const called = String.raw`(?:gem|\w+\.add(?:_runtime|_development)?_dependency)`;

/** https://bundler.io/man/gemfile.5.html: `gem "name", "range", "range"`; a gemspec's `add_dependency` alike. */
const statement = new RegExp(
  `(?:^|[\\n;])${blank}*${called}${blank}*\\(?${blank}*(["'])(?<name>${filler}+)\\1` +
    `(?<ranges>(?:${blank}*,[ \\t\\n]*["']${filler}+["'])*)`,
  'dg',
);

export const gemfile: ManifestReader = (text) => {
  const code = maskedCode(text, rubyLexis);
  return [...code.matchAll(statement)].flatMap(({ indices }) => {
    const [start = 0, end = 0] = indices?.groups?.name ?? [];
    const [from, to] = indices?.groups?.ranges ?? [];
    const range = [...text.slice(from, to).matchAll(/["']([^"']*)["']/g)].map(([, one]) => one).join(', ');
    const name = text.slice(start, end);
    return [{ ecosystem: 'RubyGems', name, range: range === '' ? undefined : range, start, end }];
  });
};
