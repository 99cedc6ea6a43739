import assert from 'node:assert/strict';
import type { Draft } from '../../../src/core/learn/draft';
import { similarLessons } from '../../../src/core/learn/similar';
import { withoutPause } from '../../../src/core/match/turns';
import { LessonSearch } from '../../../src/core/search/lessonSearch';
import { libraryOf } from '../lessons';

const { lessons } = libraryOf(
  'title: Retries without backoff flood the payment gateway\nreferences: https://example.com/inc/1/\naliases: CVE-2026-1\ncwe: CWE-400',
  'title: Wildcard CORS origin with credentials leaks sessions\napplies_to: {paths: src/cors.ts, symbols: cors}\ncwe: CWE-942',
  'title: The payment gateway answers twice\nstatus: deprecated\nreferences: {type: INCIDENT, url: "https://example.com/inc/2"}',
  'title: Cache keys leave the tenant out\napplies_to: {symbols: Cache.get}',
  'title: Sessions are kept in memory\ncwe: cwe-400',
);

describe('lessons similar to a draft', () => {
  const search = new LessonSearch();
  const check = (draft: Partial<Draft>, expected: readonly string[]) =>
    it(JSON.stringify(draft), async () => {
      const whole = { id: 'LSN-ZZZZZZZZ', title: 'Zebra xylophone', created: '2026-01-01', ...draft };
      const found = await similarLessons(whole, lessons, search, withoutPause);
      assert.deepEqual(
        found?.map(({ lesson, reasons }) => `${lesson.id.at(-1)} ${reasons.join()}`),
        expected,
      );
    });

  check({}, []);
  check({ aliases: ['cve-2026-1'] }, ['1 alias']);
  check({ references: [{ url: 'https://EXAMPLE.com/inc/1' }] }, ['1 reference']);
  check({ references: [{ url: 'https://example.com/INC/1' }] }, []);
  check({ references: [{ url: 'https://www.example.com/inc/2/' }] }, ['3 reference']);
  check({ scopes: [{ symbols: ['cors'], paths: ['src/cors.ts'] }] }, ['2 symbol']);
  check({ scopes: [{ symbols: ['cors'], paths: ['src/'] }] }, ['2 symbol']);
  check({ scopes: [{ symbols: ['cors'], paths: ['lib/'] }] }, []);
  check({ scopes: [{ symbols: ['get'], paths: ['lib/'] }] }, ['4 symbol']);
  check({ cwe: ['CWE-400'] }, ['1 cwe', '5 cwe']);
  check({ title: 'Payment retries flood the gateway again' }, ['1 words']);
  check({ title: 'The gateway is away' }, []);
  check({ title: 'An answer that nobody gateway' }, []);
  check({ title: 'Payments that answers twice' }, []);
  check({ title: 'Sessions leak by a wildcard origin', cwe: ['CWE-400'], aliases: ['CVE-2026-1'] }, [
    ...['1 alias,cwe', '5 cwe', '2 words'],
  ]);
  check({ id: 'LSN-00000001', aliases: ['CVE-2026-1'] }, []);

  it('are at most three, the nearest first', async () => {
    const many = libraryOf('cwe: CWE-1', 'cwe: CWE-1', 'cwe: CWE-1\naliases: CVE-1', 'cwe: CWE-1').lessons;
    const draft = {
      id: 'LSN-ZZZZZZZZ',
      title: 'Zebra',
      created: '2026-01-01',
      cwe: ['CWE-1'],
      aliases: ['CVE-1'],
    };
    const found = await similarLessons(draft, many, new LessonSearch(), withoutPause);
    assert.deepEqual(
      found?.map(({ lesson }) => lesson.id.at(-1)),
      ['3', '1', '2'],
    );
  });

  it('are none where nobody wants to know any more', async () => {
    const draft = { id: 'LSN-ZZZZZZZZ', title: 'Zebra', created: '2026-01-01' };
    assert.equal(await similarLessons(draft, lessons, search, { next: async () => false }), undefined);
  });
});
