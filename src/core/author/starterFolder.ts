import { formatLesson } from '../edit/format';
import { configPath, lessonFolder } from '../library/files';
import { starterConfig } from './starterConfig';

export interface StarterFile {
  readonly path: string;
  readonly text: string;
}

/** What a new folder of lessons begins with, besides a first lesson. */
export function starterFiles(): readonly StarterFile[] {
  return [
    { path: configPath, text: starterConfig() },
    { path: `${lessonFolder}/README.md`, text: readme },
  ];
}

/**
 * A first lesson that shows the whole format. It is rejected, and so applies nowhere, costs nothing, and no check can ask
 * for code that it is about: the folder may be empty yet. Accepted, it would be whole, and speak up where somebody writes
 * its marker.
 * @param today YYYY-MM-DD
 */
export function starterLesson(id: string, today: string): StarterFile {
  const text = formatLesson(
    {
      ...{ id, title: 'What an incident had taught stayed in a document that nobody met again' },
      advice: 'Write what was learned as a lesson that comes up at the code it is about.',
      ...{ status: 'rejected', severity: 'medium', confidence: 'high' },
      applies_to: [{ paths: ['*.{md,txt}'], pattern: '\\bexample-of-a-lesson\\b' }],
      tests: { match: ['An example-of-a-lesson in a text'], no_match: ['examples of lessons'] },
      references: [{ type: 'ARTICLE', url: 'https://sre.google/sre-book/postmortem-culture/' }],
      ...{ created: today, origin: 'external', factors: ['documentation'], tags: ['example'] },
    },
    lessonBody,
  );
  return { path: `${lessonFolder}/example.md`, text };
}

const lessonBody = `
This is an example of a lesson. Its status is \`rejected\`, so it applies nowhere. To see it at work, set the status
to \`proposed\`, and write the words of its pattern into a Markdown file. Delete it once you have a lesson of your own.

## What happened

A report of the incident was written, discussed and filed. Two years later somebody changed the same code. The
report was still where it had been filed, and nothing led there from the code.

## Why it made sense

Reports were meant for those who had been there. Everybody who needed one knew of it, until they had moved on.

## What to do instead

Say in one sentence what to do, in \`advice\`, and in \`applies_to\` where it matters. The rest of the story stands here,
and \`references\` lead to the report.

## Does not apply to

What a type, a lint rule or a test can make impossible. Then write that instead.
`;

const readme = `# Lessons

What this team has learned from incidents, near misses and reviews: one Markdown file per lesson. With the extension
Team Lessons for VS Code, or the command \`lessons\`, a lesson comes up at the code it is about while somebody changes
that code. \`example.md\`, as long as you keep it, shows the format.

## Capture

In VS Code, select the code or put the cursor there, and run **Lessons: Capture Lesson…**. In a terminal:

\`\`\`sh
lessons capture src/billing/invoice.ts:40-43
\`\`\`

A minute is enough: the title, where it applies, and a link to the report. It can be completed later.

## Accept

A new lesson is \`proposed\` and speaks as a hint at most. It is reviewed like code. To be \`accepted\` it needs \`advice\`,
a scope in \`applies_to\`, one of \`references\`, one of \`factors\`, and a \`confidence\`. Ask of it:

- Would it have helped, and does it come up where it should, and only there?
- Does its advice say what to do, in one sentence?
- Could a type, a lint rule or a test do it instead? That is the stronger control.

\`lessons lint\` tells what is wrong with the files here, and fails a build that runs it.

## Review

An accepted lesson is looked at again after some months (\`config.yaml\`), or on its \`review_by\`. If it still holds,
set \`review_by\` to a later day. If another one replaces it, it becomes \`superseded\`; if it no longer holds,
\`deprecated\`. Such lessons stay here to be found, and apply nowhere.

## Without blame

Lessons name roles and conditions, never people. Whoever was there did what made sense with what they knew. Write down
why it made sense, and what would make it hard to miss next time.
`;
