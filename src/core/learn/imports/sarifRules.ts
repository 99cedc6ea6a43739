import { lineIn, listIn, numberIn, recordIn, textIn } from './json';

/** What a tool says of one of its rules. */
export interface SarifRule {
  readonly id: string;
  readonly title?: string;
  readonly description?: string;
  /** Markdown */
  readonly help?: string;
  readonly helpUri?: string;
  /** What its results have that name none. */
  readonly level?: string;
  /** From 0 to 10. */
  readonly score?: number;
  readonly cwe: readonly string[];
}

type Data = ReturnType<typeof recordIn>;

/** By which rule a result was found: by index, by id, or by an id alone that nothing more is said of. */
export function rulesOf(run: Data): (result: Data) => SarifRule | undefined {
  const { driver, extensions } = recordIn(run.tool);
  const own = listIn(recordIn(driver).rules).map(recordIn);
  const all = [...own, ...listIn(extensions).flatMap((one) => listIn(recordIn(one).rules).map(recordIn))];
  const byId = new Map(all.toReversed().map((rule) => [lineIn(rule.id, 120), rule]));
  return ({ ruleId, ruleIndex, rule }) => {
    const { id = ruleId, index = ruleIndex, toolComponent } = recordIn(rule);
    const at = toolComponent === undefined ? numberIn(index) : undefined;
    const indexed = at === undefined ? undefined : own[at];
    const name = lineIn(id, 120) ?? lineIn(indexed?.id, 120);
    // `CA1000/1` is a rule's special case.
    const found =
      name === undefined ? undefined : (byId.get(name) ?? byId.get(name.replace(/\/[^/]*$/, '')) ?? indexed);
    return name === undefined ? undefined : ruleOf(lineIn(found?.id, 120) ?? name, found ?? {});
  };
}

function ruleOf(id: string, rule: Data): SarifRule {
  const { helpUri, properties, defaultConfiguration, help } = rule;
  const { tags, 'security-severity': score, cwe } = recordIn(properties);
  const short = wordsOf(rule.shortDescription);
  const full = wordsOf(rule.fullDescription);
  return {
    id,
    title: short ?? full ?? lineIn(rule.name, 300),
    description: full === short ? undefined : full,
    help: markdownOf(help),
    helpUri: lineIn(helpUri, 2000),
    level: lineIn(recordIn(defaultConfiguration).level),
    score: Number.parseFloat(lineIn(score) ?? '') || numberIn(score),
    cwe: weaknesses([...listIn(tags), ...listIn(cwe), cwe]),
  };
}

/** As CodeQL and Semgrep write them: `external/cwe/cwe-079`, `CWE-79: …`. */
function weaknesses(tags: readonly unknown[]): readonly string[] {
  const numbers = tags.flatMap((tag) => /(?:^|\/)cwe-0*(\d{1,5})\b/i.exec(lineIn(tag) ?? '')?.[1] ?? []);
  return [...new Set(numbers)].slice(0, 20).map((number) => `CWE-${number}`);
}

function wordsOf(message: unknown): string | undefined {
  return lineIn(recordIn(message).text, 5000);
}

function markdownOf(message: unknown): string | undefined {
  const { markdown, text } = recordIn(message);
  return textIn(markdown) || textIn(text) || undefined;
}
