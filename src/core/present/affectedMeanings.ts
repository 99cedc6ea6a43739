import * as l10n from '@vscode/l10n';
import type { vocabulary } from '../lesson/vocabulary';
import type { Meanings } from './meaning';

type AffectedKeys = (typeof vocabulary)['affected']['of']['keys'];
type RangeKeys = AffectedKeys['ranges']['of']['keys'];

/** The keys of one entry of `affected`, which are those of the OSV format. */
export function affectedMeanings(): Meanings<AffectedKeys> {
  return {
    package: {
      meaning: l10n.t('The package that had the fault.'),
      example: 'package:\n  ecosystem: npm\n  name: express',
      keys: {
        ecosystem: { meaning: l10n.t('Where the package comes from.'), example: 'ecosystem: npm' },
        name: { meaning: l10n.t('The name of the package.'), example: 'name: express' },
        purl: { meaning: l10n.t('The package as a package URL.'), example: 'purl: pkg:npm/express' },
      },
    },
    severity: {
      meaning: l10n.t('How severe others have scored it.'),
      example: 'severity:\n  - type: CVSS_V3\n    score: CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N',
      keys: {
        type: { meaning: l10n.t('The scale of the score.'), example: 'type: CVSS_V3' },
        score: {
          meaning: l10n.t('The score, as that scale writes it.'),
          example: 'score: CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N',
        },
      },
    },
    ranges: {
      meaning: l10n.t('From which commit or version to which one the fault was there.'),
      example: "ranges:\n  - type: SEMVER\n    events:\n      - introduced: '0'\n      - fixed: 4.18.2",
      keys: rangeMeanings(),
    },
    versions: {
      meaning: l10n.t('The versions with the fault, one by one. Quote them: some read as numbers.'),
      example: "versions: ['1.0', '1.1']",
    },
    ecosystem_specific: {
      meaning: l10n.t('Whatever the ecosystem adds.'),
      example: 'ecosystem_specific: { imports: [] }',
    },
    database_specific: {
      meaning: l10n.t('Whatever the database adds from which this was taken.'),
      example: 'database_specific: { source: advisory }',
    },
  };
}

function rangeMeanings(): Meanings<RangeKeys> {
  return {
    type: {
      meaning: l10n.t('What the events are counted in.'),
      example: 'type: GIT',
      values: {
        GIT: l10n.t('Commits of a repository.'),
        SEMVER: l10n.t('Versions as Semantic Versioning orders them.'),
        ECOSYSTEM: l10n.t('Versions as the ecosystem of the package orders them.'),
      },
    },
    repo: {
      meaning: l10n.t('The address of the repository, for a range of commits.'),
      example: 'repo: https://github.com/expressjs/express',
    },
    events: {
      meaning: l10n.t('Where the fault came in and where it went, one event an entry.'),
      example: "events:\n  - introduced: '0'\n  - fixed: 4.18.2",
      keys: {
        introduced: {
          meaning: l10n.t('The first commit or version with the fault; 0 in quotes for the very first one.'),
          example: "introduced: '0'",
        },
        fixed: { meaning: l10n.t('The first one without the fault.'), example: 'fixed: 4.18.2' },
        last_affected: { meaning: l10n.t('The last one with the fault.'), example: 'last_affected: 4.18.1' },
        limit: {
          meaning: l10n.t('The first one about which nothing is said.'),
          example: "limit: '5.0'",
        },
      },
    },
    database_specific: {
      meaning: l10n.t('Whatever the database adds from which this was taken.'),
      example: 'database_specific: { source: advisory }',
    },
  };
}
