import * as l10n from '@vscode/l10n';
import { acceptanceKeys } from '../lesson/acceptance';
import { lessonDefaults, type vocabulary } from '../lesson/vocabulary';
import { affectedMeanings } from './affectedMeanings';
import { controlMeanings } from './controlMeanings';
import { evidenceMeanings, testMeanings } from './evidenceMeanings';
import { factorMeanings } from './factorMeanings';
import type { Meanings } from './meaning';
import { referenceMeanings } from './referenceMeanings';
import { scopeMeanings } from './scopeMeanings';
import {
  confidenceMeanings,
  kindMeanings,
  levelMeanings,
  originMeanings,
  severityMeanings,
  statusMeanings,
} from './valueMeanings';

type LessonMeanings = Meanings<typeof vocabulary>;

/** Every key of the front matter. */
export function lessonMeanings(): LessonMeanings {
  return {
    ...wordMeanings(),
    ...loudnessMeanings(),
    ...placeMeanings(),
    ...dayMeanings(),
    ...causeMeanings(),
    ...pastMeanings(),
    ...relationMeanings(),
    ...groupMeanings(),
  };
}

function wordMeanings(): Pick<LessonMeanings, 'id' | 'title' | 'advice' | 'status'> {
  return {
    id: {
      meaning: l10n.t(
        'What the lesson is called by other lessons, commits and comments: LSN- and 8 random digits or capitals. It never changes, even when the file gets another name.',
      ),
      example: 'id: LSN-7K3QF2XM',
    },
    title: {
      meaning: l10n.t('What goes wrong, in one line. Lists of lessons show it.'),
      example: 'title: Wildcard CORS origin with credentials leaks sessions',
    },
    advice: {
      meaning: l10n.t(
        'What to do, as one sentence in the imperative. It is the first thing that someone reads at the line of code.',
      ),
      example: 'advice: Compare the origin with a list before you reflect it.',
      fallback: l10n.t('the title'),
    },
    status: {
      meaning: l10n.t(
        'How far the lesson is. An accepted lesson also needs: {0}.',
        acceptanceKeys.join(', '),
      ),
      example: 'status: accepted',
      fallback: lessonDefaults.status,
      values: statusMeanings(),
    },
  };
}

function loudnessMeanings(): Pick<LessonMeanings, 'severity' | 'confidence' | 'level'> {
  return {
    severity: {
      meaning: l10n.t(
        'How much harm it does if it happens again. Together with confidence it decides how loudly the lesson speaks.',
      ),
      example: 'severity: high',
      fallback: lessonDefaults.severity,
      values: severityMeanings(),
    },
    confidence: {
      meaning: l10n.t(
        'How sure the team is that the lesson is right and shows in the right places. A doubtful lesson speaks more quietly.',
      ),
      example: 'confidence: high',
      fallback: lessonDefaults.confidence,
      values: confidenceMeanings(),
    },
    level: {
      meaning: l10n.t(
        'The loudest that this lesson may be shown. It lowers what severity and confidence give; only error raises it.',
      ),
      example: 'level: info',
      fallback: l10n.t('what severity and confidence give'),
      values: levelMeanings(),
    },
  };
}

function placeMeanings(): Pick<LessonMeanings, 'applies_to' | 'tests'> {
  return {
    applies_to: {
      meaning: l10n.t(
        'Where in the code the lesson applies: a list of scopes, of which any has to hold. All keys of one scope have to hold together.',
      ),
      example: "applies_to:\n  - paths: src/http/**\n    pattern: '\\bfetch\\('",
      fallback: l10n.t('nowhere'),
      keys: scopeMeanings(),
    },
    tests: {
      meaning: l10n.t(
        'Examples for the patterns, tried out whenever the file is read. Without them nobody notices a pattern that hits nothing.',
      ),
      example:
        "tests:\n  match:\n    - 'await fetch(url)'\n  no_match:\n    - 'await fetch(url, { signal })'",
      fallback: l10n.t('the patterns are not tried out'),
      keys: testMeanings(),
    },
  };
}

function dayMeanings(): Pick<LessonMeanings, 'created' | 'occurred' | 'review_by' | 'withdrawn'> {
  return {
    created: {
      meaning: l10n.t('The day on which the lesson was written. Its next review is counted from it.'),
      example: 'created: 2026-03-02',
    },
    occurred: {
      meaning: l10n.t('The day on which it happened.'),
      example: 'occurred: 2019-07-02',
    },
    review_by: {
      meaning: l10n.t(
        'The day by which someone asks whether the lesson still holds. After that day the file says so.',
      ),
      example: 'review_by: 2027-03-02',
      fallback: l10n.t('the day it was created and the review_months of its severity'),
    },
    withdrawn: {
      meaning: l10n.t(
        'The day on which the lesson turned out to be wrong. It is kept and applies nowhere; give the reason in the text below.',
      ),
      example: 'withdrawn: 2026-09-14',
      fallback: l10n.t('the lesson stands'),
    },
  };
}

function causeMeanings(): Pick<LessonMeanings, 'kind' | 'origin' | 'factors' | 'controls'> {
  return {
    kind: {
      meaning: l10n.t('Whether the lesson warns of something or recommends it.'),
      example: 'kind: practice',
      fallback: lessonDefaults.kind,
      values: kindMeanings(),
    },
    origin: {
      meaning: l10n.t('How the team came to know.'),
      example: 'origin: near-miss',
      fallback: lessonDefaults.origin,
      values: originMeanings(),
    },
    factors: {
      meaning: l10n.t(
        'What in the system made it possible: conditions, never persons. Lessons with the same factor show what to change at the root.',
      ),
      example: 'factors:\n  - missing-test\n  - default-unsafe',
      values: factorMeanings(),
    },
    controls: {
      meaning: l10n.t(
        'What makes the mistake impossible, or visible, without anyone remembering the lesson. Until there is such a control, the lesson is all there is.',
      ),
      example: 'controls:\n  - kind: test\n    effect: detect\n    status: planned\n    due: 2027-03-31',
      keys: controlMeanings(),
    },
  };
}

function pastMeanings(): Pick<LessonMeanings, 'references' | 'evidence' | 'affected' | 'aliases'> {
  return {
    references: {
      meaning: l10n.t('Where the whole story can be read, above all the report of the incident.'),
      example: 'references:\n  - type: INCIDENT\n    url: https://example.com/post-mortem',
      keys: referenceMeanings(),
    },
    evidence: {
      meaning: l10n.t(
        'Where in the history of this repository it happened. It is a fact of the past; where the lesson applies today stands under applies_to.',
      ),
      example: "evidence:\n  - commit: '66fe9fee'\n    path: src/middleware/cors.ts\n    symbol: cors",
      keys: evidenceMeanings(),
    },
    affected: {
      meaning: l10n.t(
        'Which versions had the fault, in the form of the Open Source Vulnerability format (OSV).',
      ),
      example:
        "affected:\n  - ranges:\n      - type: GIT\n        events:\n          - introduced: '66fe9fee'\n          - fixed: f0b094db",
      keys: affectedMeanings(),
    },
    aliases: {
      meaning: l10n.t('What the same incident is called elsewhere, such as the number of a CVE or a ticket.'),
      example: 'aliases: CVE-2014-0160',
    },
  };
}

function relationMeanings(): Pick<
  LessonMeanings,
  'related' | 'generalizes' | 'supersedes' | 'superseded_by'
> {
  return {
    related: {
      meaning: l10n.t('Lessons that are worth reading along with this one, by their ids.'),
      example: 'related: LSN-JJQ68Y95',
    },
    generalizes: {
      meaning: l10n.t('Lessons of which this one is the general case, by their ids.'),
      example: 'generalizes:\n  - LSN-BSEBK5W4\n  - LSN-32MBY9MF',
    },
    supersedes: {
      meaning: l10n.t('Older lessons that this one replaces, by their ids.'),
      example: 'supersedes: LSN-32MBY9MF',
    },
    superseded_by: {
      meaning: l10n.t('What replaces this lesson, by id. It goes with the status superseded.'),
      example: 'superseded_by: LSN-BSEBK5W4',
    },
  };
}

function groupMeanings(): Pick<LessonMeanings, 'cwe' | 'tags' | 'owners'> {
  return {
    cwe: {
      meaning: l10n.t('The kind of weakness by the Common Weakness Enumeration, for lessons about security.'),
      example: 'cwe: CWE-1333',
    },
    tags: {
      meaning: l10n.t('Words of your own, to search by. Reuse those that other lessons have.'),
      example: 'tags: [regex, firewall]',
    },
    owners: {
      meaning: l10n.t('The teams that look after the lesson. Teams stay when people go.'),
      example: 'owners: team-edge',
    },
  };
}
