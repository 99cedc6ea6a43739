import { after, before, type Phrase } from './phrase';

/** Words in the name of a mailbox of a function, of a group, of a machine, or of nobody. */
const impersonal = [
  'no-?reply|do-?not-?reply|git|root|bot|admins?|administrator|postmaster|hostmaster|webmaster|mailer-daemon',
  'abuse|security|support|help(?:desk)?|info|contact|hello|teams?|legal|privacy|billing|sales|press|pr|media|ops',
  'on-?call|sre|devs?|lists?|community|council|conduct|foundation|members(?:hip)?|events|sponsors|oss|www|user|email',
  'open-?source|projects?|maintainers?|feedback|distros|(?:bug-?)?bounty|bugs|info-?sec|secure?|service|technical|reports?',
].join('|');

/** Not of a person: examples, lists of mail, accounts of services, units of systemd, algorithms, files and versions. */
const elsewhere = [
  String.raw`(?:[\w-]+\.){0,8}(?:example|test|invalid|localhost|local|internal|lan)\b`,
  String.raw`(?:[\w-]+\.){0,8}example\.(?:com|org|net)\b`,
  String.raw`users\.noreply\.github\.com|googlegroups\.com|lists\.|(?:[\w-]+\.){0,8}gserviceaccount\.com`,
  String.raw`(?:openssh|libssh)\.(?:com|org)`,
  String.raw`(?:[\w-]+\.){1,8}(?:service|socket|timer|target|png|jpe?g|gif|svg|webp|json|ya?ml|[cm]?[jt]sx?|tgz|zip)\b`,
  String.raw`v?\d{1,5}\.\d`,
].join('|');

export const emailPhrases: readonly Phrase[] = [
  {
    needs: ['@'],
    pattern: new RegExp(
      [
        String.raw`(?<![\w.%+/@-])`,
        String.raw`(?!(?:[\w.-]{0,40}[._-])?(?:${impersonal})(?:[._+-][\w.+-]{0,40})?@)`,
        String.raw`[\w.%+-]{0,63}[\w%+-]@(?!${elsewhere})(?:[a-z0-9-]{1,63}\.){1,8}[a-z]{2,24}(?![\w@-]|:[^\s])`,
      ].join(''),
      'gi',
    ),
    // The target of a link whose text has just said it.
    unlessAfter: /@[\w.-]+\]\(mailto:$/,
  },
];

/** Words after an at-sign that are code, packages or everybody in a chat. */
const ofCode = [
  'media|import|font-face|keyframes|supports|layer|container|charset|include|mixin|extend|apply|tailwind',
  'if|else|end|foreach|param|params|returns?|throws|see|deprecated|type|types|typedef|property|template|link|linkplain',
  'internal|public|private|since|version|author|ts-[a-z-]+|staticmethod|classmethod|dataclass|cached?|wraps|code|lang',
  'doc|spec|moduledoc|interface|protocol|selector|nullable|transient|jsx|click|input|submit|change|model|babel|angular',
  'latest|next|beta|alpha|canary|stable|main|master|head|v?\\d[\\w-]*|nestjs',
  'here|channel|everyone|all|team|mention[\\w-]*|user|username|name|example|someone',
  'api|app|args?|attributes?|base|body|cache|client|collection|config|connections?|context|counter|data|errors?',
  'executor|file|ids?|index|items?|keys?|klass|limit|list|lock|log|logger|max|message|min|mutex|options|order|path',
  'range|request|response|result|routes|server|session|size|stack|state|status|store|stream|timeout|timestamp|token',
  'tmpdir|url|values?|di|flow|extends|emits|fires|listens|entity|event|exception|delegate|foo|bar',
  '[a-z\\d-]*bot|claude|copilot|[\\da-f]{7,40}',
].join('|');
const handle = String.raw`[a-z\d](?:[a-z\d]|-(?=[a-z\d])){0,38}`;
const credit = [
  '[Tt]hank(?:s to| you)|[Cc]redits? to|[Cc][Cc]|[Oo]wner:?',
  '(?:[Rr]eported|[Ff]ound|[Dd]iscovered|[Aa]pproved|[Rr]eviewed|[Mm]erged|[Ww]ritten) by',
].join('|');
const notBefore = String.raw`(?<![\w.%+/@\-)\]}$&#])`;
const notAfter = String.raw`(?![\w/({@-]|\.\w)`;

export const handlePhrases: readonly Phrase[] = [
  {
    // Not `@scope/name`, `@decorator(`, `@module.member`, `@_private`.
    needs: ['@'],
    pattern: new RegExp(`${notBefore}@(?!(?:${ofCode})(?![\\w-]))${handle}${notAfter}`, 'g'),
    // People have no article, and are not used.
    unlessAfter: before(
      'the|an?|this|that|each|every|uses?|used|using|missing|variables?|ivars?|annotations?|decorators?|macros?|packages?',
    ),
    unlessBefore: after(
      [
        'annotations?|decorators?|directives?|rules?|variables?|ivars?|attributes?|macros?|modifiers?|tags?|mixins?',
        'packages?|scopes?|hooks?|methods?|functions?|fields?|params?|parameters?|clauses?|blocks?|keywords?|values?',
        'annotated|decorated|bot|team',
      ].join('|'),
    ),
  },
  {
    // With a capital it is an annotation of Java or a decorator, unless it is what only people are or do.
    needs: ['@'],
    pattern: new RegExp(`(?<=\\b(?:${credit})[ ([*_]{1,3})@[A-Z][\\w-]{0,38}${notAfter}`, 'g'),
  },
];
