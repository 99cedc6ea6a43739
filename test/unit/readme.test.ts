import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import manifest from '../../package.json';
import { parseLessonText } from '../../src/core/lesson/parse';
import { SourceText } from '../../src/core/text';

describe('the README', () => {
  const readme = readFileSync('README.md', 'utf8');

  it('shows a lesson that is one', () => {
    const [, lesson = ''] = /```markdown\n([\s\S]*?)```/.exec(readme) ?? [];
    const parsed = parseLessonText('.lessons/readme-example.md', new SourceText(lesson));
    assert.deepEqual(parsed.problems, []);
    assert.equal(parsed.lesson?.status, 'accepted');
  });

  it('names scripts and files that exist', () => {
    const scripts = [...readme.matchAll(/npm run ([\w:]+)/g)].map(([, name]) => name ?? '');
    assert.deepEqual(
      scripts.filter((name) => !Object.hasOwn(manifest.scripts, name)),
      [],
    );
    const files = [...readme.matchAll(/\]\((?!https:)([^)#]+)\)/g)].map(([, path]) => path ?? '');
    assert.deepEqual(
      files.filter((path) => !existsSync(path)),
      [],
    );
  });
});
