import assert from 'node:assert/strict';
import { harmlessMarkdown } from '../../src/core/present/harmlessMarkdown';

describe('harmless Markdown', () => {
  /** A bar shows where a link or an image was parted. */
  const check = (markdown: string, expected = markdown) =>
    it(JSON.stringify(markdown), () =>
      assert.equal(harmlessMarkdown(markdown).replaceAll('\u200B', '|'), expected),
    );

  check('plain, *bold*, `code: a::b`, std::vector<int>');
  check('std::vector<int:3>', 'std::vector<|int:3>');
  check('[a](https://www.a.example/x@1.0)');
  check('[a](<https://a.example/b_(c)>) and https://a.example/@user');
  check('[a]: https://a.example');
  check('<https://a.example>');
  check('![a](https://a.example)', '!|[a](https://a.example)');
  check('[a](http://a.example)', '[a]|(http|://a.example)');
  check('[a]( http://a.example)', '[a]|( http|://a.example)');
  check('[a](< file:/etc/passwd>)', '[a]|(< file:/etc/passwd>)');
  check('[a](command:rm)', '[a]|(command:rm)');
  check('[a](../b.md)', '[a]|(../b.md)');
  check('[a](HTTPS://a.example)', '[a]|(HTTPS|://a.example)');
  check('> [a]: file:///etc', '> [a]|: file|:///etc');
  check('http://a.example xhttps://a.example', 'http|://a.example xhttps|://a.example');
  check('www.a.example /www.b.example', 'www|.a.example /www|.b.example');
  check('[a](https://a.example)www.b.example', '[a](https://a.example)www|.b.example');
  check('<mailto:a@b.example> a@b.example', '<|mailto:a|@b.example> a|@b.example');
});
