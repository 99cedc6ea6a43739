import assert from 'node:assert/strict';
import { starterConfig } from '../../src/core/author/starterConfig';
import { starterFiles, starterLesson } from '../../src/core/author/starterFolder';
import { configVocabulary, parseConfigText } from '../../src/core/lesson/config';
import { type ParsedLesson, parseLessonText } from '../../src/core/lesson/parse';
import { defaultPolicy } from '../../src/core/lesson/policy';
import { isLessonPath } from '../../src/core/library/files';
import { buildLibrary } from '../../src/core/library/library';
import { sourceOf } from '../../src/core/match/source';
import { SourceText } from '../../src/core/text';
import { matchesOf } from './tools';

describe('the first config.yaml', () => {
  const text = starterConfig();
  const parse = (yaml: string) => parseConfigText('.lessons/config.yaml', new SourceText(yaml));
  /** As a person sets keys: the sentences stay comments. */
  const set = (yaml: string) => yaml.replace(/^#(?! \S)/gm, '');

  it('changes nothing', () => assert.deepEqual(parse(text), { policy: defaultPolicy, problems: [] }));

  it('has every key, with what holds by default, or an example where that is nothing', () => {
    const { policy, problems } = parse(set(text));
    assert.deepEqual(problems, []);
    const { reviewMonths, budget, ...lists } = policy;
    assert.deepEqual([reviewMonths, budget], [defaultPolicy.reviewMonths, defaultPolicy.budget]);
    const { added, wordingOff, ignore, suggestWords } = lists;
    for (const list of [added.factors, added.origins, wordingOff, ignore, suggestWords]) {
      assert.notEqual(list.length, 0);
    }
    const keys = [...set(text).matchAll(/^(\w+):/gm)].map(([, key]) => key);
    assert.deepEqual(keys, Object.keys(configVocabulary));
  });

  it('says of every key what it means', () => {
    const paragraphs = text.trimEnd().split('\n\n').slice(1);
    for (const paragraph of paragraphs) {
      assert.match(paragraph, /^# [A-Z].*\.\n#\w+:/);
    }
    assert.equal(paragraphs.length, Object.keys(configVocabulary).length);
  });
});

describe('the first lesson', () => {
  const { path, text } = starterLesson('LSN-7K3QF2XM', '2026-11-22');
  const parse = (status: string): ParsedLesson =>
    parseLessonText(path, new SourceText(text.replace('rejected', status)));
  const hits = async (status: string) => {
    const source = sourceOf('docs/notes.md', 'This is an example-of-a-lesson.\n');
    return (await matchesOf(buildLibrary([parse(status)]), source)).map((match) => match.class);
  };

  it('is a lesson among the first files', () => {
    const paths = [...starterFiles().map((file) => file.path), path];
    assert.deepEqual(paths.filter(isLessonPath), [path]);
  });

  for (const status of ['rejected', 'proposed', 'accepted']) {
    it(`has nothing wrong when ${status}`, () => assert.deepEqual(parse(status).problems, []));
  }

  it('applies nowhere until it is proposed', async () => {
    const found = [await hits('rejected'), await hits('proposed'), await hits('accepted')];
    assert.deepEqual(found, [[], ['sharp'], ['sharp']]);
  });
});
