import { hasLength } from '../../lesson/textLength';
import { type Severity, vocabulary } from '../../lesson/vocabulary';
import type { Section } from '../draft';
import { severityOfScore } from '../severity';
import { baseScore } from './cvss';
import { dayIn } from './days';
import {
  type ImportedLesson,
  type ImportFault,
  type ImportFile,
  type ImportReading,
  nothingBut,
} from './imported';
import { digestOf, lineIn, listIn, plainData, readJson, recordIn, textIn } from './json';
import { distinctLinks, referenceTo } from './links';
import { type Affected, affectedIn } from './osvAffected';
import { scopesOf } from './osvScopes';
import { plainMarkdown } from './plainMarkdown';
import { titleFrom } from './title';

/** A record of the Open Source Vulnerability format, or a list of them: https://ossf.github.io/osv-schema/ */
export function readOsv({ text }: ImportFile): ImportReading {
  const read = readJson(text);
  if (read.kind === 'fault') {
    return nothingBut(read.fault);
  }
  const records = Array.isArray(read.value) ? read.value : [read.value];
  const faults: ImportFault[] = [];
  const imported = records.flatMap((record, index) => {
    const lesson = lessonOf(recordIn(record));
    if (lesson === undefined) {
      faults.push({ code: 'record-without-id', index });
    }
    return lesson ?? [];
  });
  return { imported, faults: records.length === 0 ? [{ code: 'no-record', kind: 'osv' }] : faults };
}

type OsvRecord = ReturnType<typeof recordIn>;

/** Whoever is credited is left out: no lesson names a person. */
function lessonOf(record: OsvRecord): ImportedLesson | undefined {
  const id = idIn(record.id);
  if (id === undefined) {
    return undefined;
  }
  const details = textIn(record.details);
  const { title, whole } = titleFrom(lineIn(record.summary, 5000) ?? firstSentence(details) ?? id, id);
  const affected = affectedIn(record);
  const { scopes, examples } = scopesOf(affected);
  const withdrawn = lineIn(record.withdrawn);
  return {
    source: id,
    revision: revisionOf(record),
    draft: {
      title,
      advice: updateTo(affected),
      severity: severityOf(record),
      origin: 'advisory',
      scopes,
      examples,
      references: distinctLinks(
        listIn(record.references).map((one) => {
          const { type, url } = recordIn(one);
          return referenceTo(lineIn(url, 2000) ?? '', lineIn(type));
        }),
      ),
      occurred: dayIn(lineIn(record.published) ?? ''),
      // Withdrawn is withdrawn, whenever that was.
      withdrawn:
        withdrawn === undefined ? undefined : (dayIn(withdrawn) ?? dayIn(lineIn(record.modified) ?? '')),
      affected,
      aliases: [id, ...idsIn(record.aliases).filter((alias) => alias !== id)],
      cwe: weaknessesOf(record),
      body: bodyOf(details, whole, record),
    },
  };
}

/** The way out that most records know: the versions that have the fix. */
function updateTo(affected: readonly Affected[]): string | undefined {
  const updates = affected.flatMap(({ package: named = {}, ranges = [] }) => {
    const events = ranges.flatMap(({ type, events: some = [] }) => (type === 'GIT' ? [] : some));
    const fixed = [...new Set(events.flatMap((event) => event.fixed ?? []))];
    const name = named.name === 'stdlib' || named.name === 'toolchain' ? 'Go' : named.name;
    return name === undefined || fixed.length === 0 ? [] : [`${name} to ${fixed.join(' or ')}`];
  });
  const advice = `Update ${[...new Set(updates)].join(', and ')}, or later.`;
  return updates.length > 0 && hasLength(advice, vocabulary.advice) ? advice : undefined;
}

/** When it was changed; a digest where that is not told, as in the sources of some databases. */
function revisionOf(record: OsvRecord): string {
  const modified = lineIn(record.modified, 60) ?? '';
  return dayIn(modified) === undefined
    ? digestOf(JSON.stringify(plainData(record)))
    : modified.replace(/\s/g, '');
}

function bodyOf(details: string, title: string | undefined, record: OsvRecord): readonly Section[] {
  const happened = [title === undefined ? '' : `${title}\n\n`, plainMarkdown(details)].join('');
  const related = [...idsIn(record.related), ...idsIn(record.upstream)];
  const others = listIn(record.references).flatMap((one) => {
    const url = lineIn(recordIn(one).url, 2000);
    // A lesson's references are https; the others are kept as words.
    return url !== undefined && referenceTo(url) === undefined ? [`- \`${url.replaceAll('`', '')}\``] : [];
  });
  return [
    { heading: 'What happened', text: happened },
    ...(related.length === 0
      ? []
      : [{ heading: 'Related', text: related.map((id) => `- ${id}`).join('\n') }]),
    ...(others.length === 0 ? [] : [{ heading: 'Other links', text: others.slice(0, 50).join('\n') }]),
  ];
}

function firstSentence(details: string): string | undefined {
  const words = /^\s*(?:#+ .*\s+)?(\S.{7,400}?)(?:[.!?](?=\s)|\n|$)/u.exec(details)?.[1];
  return words?.replace(/[`*_[\]]/g, '');
}

/** In words where the record has some, as a person chose them; else the highest score. */
function severityOf(record: OsvRecord): Severity | undefined {
  const affected = listIn(record.affected).map(recordIn);
  const specific = [record, ...affected].flatMap(({ database_specific, ecosystem_specific }) => [
    recordIn(database_specific).severity,
    recordIn(ecosystem_specific).severity,
  ]);
  const named = specific.map((word) => severityNamed(lineIn(word))).find((one) => one !== undefined);
  const scores = [record, ...affected].flatMap(({ severity }) =>
    listIn(severity).flatMap((one) => baseScore(lineIn(recordIn(one).score) ?? '') ?? []),
  );
  return named ?? severityOfScore(Math.max(0, ...scores));
}

function severityNamed(word: string | undefined): Severity | undefined {
  switch (word?.toLowerCase()) {
    case 'critical':
      return 'critical';
    case 'high':
    case 'important':
      return 'high';
    case 'medium':
    case 'moderate':
      return 'medium';
    case 'low':
      return 'low';
    default:
      return undefined;
  }
}

function weaknessesOf(record: OsvRecord): readonly string[] {
  const { cwe_ids, cwes } = recordIn(record.database_specific);
  const written = [...listIn(cwe_ids), ...listIn(cwes).map((one) => recordIn(one).cweId ?? one)];
  return [...new Set(written.flatMap((one) => /^CWE-\d{1,5}$/.exec(lineIn(one) ?? '')?.[0] ?? []))].slice(
    0,
    20,
  );
}

function idsIn(value: unknown): readonly string[] {
  return [...new Set(listIn(value).flatMap((one) => idIn(one) ?? []))].slice(0, 50);
}

/** Such as `GHSA-…`, `CVE-…`, `GO-…`, `RUSTSEC-…`. */
function idIn(value: unknown): string | undefined {
  return /^[A-Za-z][\w.:-]{1,99}$/.exec(lineIn(value) ?? '')?.[0];
}

/** Whether data is such a record, by the keys that each of them has. */
export function isOsv(value: unknown): boolean {
  const record = recordIn(Array.isArray(value) ? value[0] : value);
  return (
    idIn(record.id) !== undefined &&
    typeof record.modified === 'string' &&
    ['affected', 'details', 'summary', 'aliases', 'schema_version', 'withdrawn'].some((key) => key in record)
  );
}
