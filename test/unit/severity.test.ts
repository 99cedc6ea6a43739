import assert from 'node:assert/strict';
import { severityIn } from '../../src/core/learn/severity';
import type { Severity } from '../../src/core/lesson/vocabulary';

describe('how bad it was, by what is said', () => {
  const check = (text: string, expected: Severity | undefined) =>
    it(`${text.slice(0, 60)}: ${expected}`, () => assert.equal(severityIn(text), expected));

  // A rank that is given.
  check('Severity: moderate', 'medium');
  check('**Severity:** High', 'high');
  check('| Severity | Critical |', 'critical');
  check('"severity": "LOW"', 'low');
  check('a low severity information leak', 'low');
  check('high-impact outage', 'high');
  // A score.
  check('CVSS score of 9.8', 'critical');
  check('CVSS v3.1 base score: 7.5 (high)', 'high');
  check('CVSS 4.0', 'medium');
  check('CVSS: 3.1', 'low');
  check('CVSS: 0.0', undefined);
  // A number, as teams count incidents.
  check('SEV-1: checkout was down', 'critical');
  check('sev2', 'high');
  check('P3 bug in search', 'medium');
  check('the 99th percentile (p3)', undefined);
  // The harm that it speaks of.
  check('fix: remote code execution by a crafted file', 'critical');
  check('fix: data loss after a restart', 'critical');
  check('fix: SQL injection in search', 'high');
  check('outage of the payment service', 'high');
  check('fix: crash on an empty file', 'medium');
  check('fix: race condition while saving; typo', 'medium');
  check('fix a typo in the docs', 'low');
  // Nothing.
  check('', undefined);
  check('fix: use split for a header', undefined);
  check('add a crashlytics dependency', undefined);
  check('improve insecurity handling', undefined);
});
