import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import manifest from '../../package.json';
import nls from '../../package.nls.json';
import {
  colors,
  commands,
  contextKeys,
  settings,
  submenus,
  views,
  walkthroughs,
} from '../../src/extension/contributions';

interface Setting {
  readonly default: unknown;
  readonly scope: string;
  readonly order: number;
  readonly markdownDescription: string;
}

const { contributes } = manifest;
const declared: Readonly<Record<string, Setting>> = Object.assign(
  {},
  ...contributes.configuration.map(({ properties }) => properties),
);
const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(`src/${name}`, 'utf8'))
  .join('\n');
const written = JSON.stringify(contributes);
const texts = new Map(Object.entries(nls));
/** The text that a placeholder stands for. */
const textOf = (placeholder: string) => texts.get(placeholder.slice(1, -1)) ?? '';
const sorted = (values: Iterable<string>) => [...new Set(values)].sort();

/** The menus of VS Code that are not proposals, as far as they are used here. An unknown one is silently ignored. */
const stableMenus = [
  ...['commandPalette', 'editor/context', 'editor/lineNumber/context', 'explorer/context'],
  ...['scm/resourceState/context', 'testing/item/context', 'testing/message/context'],
  ...['timeline/item/context', 'view/title', 'view/item/context'],
];

/** The commands that change files of the workspace. The switch changes a setting alone, and is for whoever distrusts it, too. */
const writing: readonly string[] = [
  ...[commands.capture, commands.captureFromCommit, commands.importLessons],
  ...[commands.narrow, commands.choosePattern],
  ...[commands.accept, commands.retire, commands.supersede],
  ...[
    commands.addFile,
    commands.notHere,
    commands.giveReason,
    commands.turnIntoCheck,
    commands.useful,
    commands.notUseful,
  ],
];

/** What VS Code has itself: views are focused by a command of their own. */
const isOfEditor = (command: string) =>
  /^(?:vscode|workbench)\./.test(command) || Object.values(views).some((view) => command === `${view}.focus`);

describe('the manifest', () => {
  it('activates where there are lessons, and nowhere else', () =>
    assert.deepEqual(manifest.activationEvents, ['workspaceContains:.lessons']));

  it('declares the commands, views, settings, colours and walkthroughs that the code uses', () => {
    assert.deepEqual(
      sorted(contributes.commands.map(({ command }) => command)),
      sorted(Object.values(commands)),
    );
    assert.deepEqual(
      sorted(Object.values(contributes.views).flatMap((list) => list.map(({ id }) => id))),
      sorted(Object.values(views)),
    );
    const { section, ...names } = settings;
    assert.deepEqual(
      sorted(Object.keys(declared)),
      sorted(Object.values(names).map((name) => `${section}.${name}`)),
    );
    assert.deepEqual(
      contributes.colors.map(({ id }) => id),
      Object.values(colors),
    );
    assert.deepEqual(
      contributes.walkthroughs.map(({ id }) => id),
      Object.values(walkthroughs),
    );
  });

  it('gives every command a category, and no title that names it', () => {
    for (const { category, title } of contributes.commands) {
      assert.equal(category, '%cmd.category%');
      assert.doesNotMatch(textOf(title), /lessons:/i);
    }
  });

  it('uses only menus that exist, with commands that exist', () => {
    const ours = Object.values(submenus);
    assert.deepEqual(sorted(contributes.submenus.map(({ id }) => id)), sorted(ours));
    assert.deepEqual(
      sorted(Object.keys(contributes.menus).filter((menu) => !stableMenus.includes(menu))),
      sorted(ours),
    );
    const known = contributes.commands.map(({ command }) => command);
    const items: { readonly command?: string; readonly submenu?: string }[] = Object.values(
      contributes.menus,
    ).flat();
    assert.deepEqual(sorted(items.flatMap(({ submenu }) => submenu ?? [])), sorted(ours));
    const used = items.flatMap(({ command }) => command ?? []);
    const linked = [...texts.values()].flatMap((text) =>
      [...text.matchAll(/\(command:([\w.]+)\)/g)].map(([, command]) => command ?? ''),
    );
    const completing = contributes.walkthroughs.flatMap(({ steps }) =>
      steps.flatMap(({ completionEvents }) => completionEvents),
    );
    const followed = completing.flatMap((event) => /^onCommand:(.*)/.exec(event)?.[1] ?? []);
    assert.deepEqual(
      [...used, ...linked, ...followed].filter((command) => !known.includes(command) && !isOfEditor(command)),
      [],
    );
  });

  it('sets every context key that it asks for, and asks for every one that it sets', () => {
    const names = [
      ...Object.values(commands),
      ...Object.values(views),
      ...Object.values(submenus),
      ...Object.values(colors),
      ...Object.keys(declared).map((key) => key.split('.').slice(0, 2).join('.')),
      'lessons.svg',
    ];
    const asked = [...written.matchAll(/\blessons\.\w+/g)]
      .map(([key]) => key)
      .filter((key) => !names.includes(key));
    assert.deepEqual(sorted(asked), sorted(Object.values(contextKeys)));
  });

  it('has a text for every placeholder, and no text without one', () => {
    const asked = [...JSON.stringify(manifest).matchAll(/%([\w.]+)%/g)].map(([, key]) => key ?? '');
    assert.deepEqual(sorted(asked), sorted(Object.keys(nls)));
  });

  it('keeps the types at the oldest version it runs in', () => {
    assert.equal(`^${manifest.devDependencies['@types/vscode']}`, manifest.engines.vscode);
  });

  it('states scope, order and meaning of every setting', () => {
    for (const setting of Object.values(declared)) {
      assert.equal(setting.scope, 'resource');
      assert.equal(typeof setting.order, 'number');
      assert.notEqual(setting.default, undefined);
      assert.notEqual(textOf(setting.markdownDescription), '');
    }
  });

  it('has few settings, each at a place of its own', () => {
    const orders = Object.values(declared).map(({ order }) => order);
    assert.equal(orders.length <= 15, true);
    assert.equal(new Set(orders).size, orders.length);
  });

  it('groups the settings under two or three headings, each of which says more than the product’s name', () => {
    const headings = contributes.configuration.map(({ title }) => textOf(title));
    assert.equal(headings.length >= 2 && headings.length <= 3, true);
    assert.equal(new Set(headings).size, headings.length);
    for (const heading of headings) {
      assert.doesNotMatch(heading, /settings|extension|lessons$/i);
    }
    const orders = contributes.configuration.map(({ order }) => order);
    assert.deepEqual(
      orders,
      [...orders].sort((a, b) => a - b),
    );
  });

  it('links settings that there are', () => {
    const linked = [...texts.values()].flatMap((text) =>
      [...text.matchAll(/`#(lessons\.[^#]+)#`/g)].map(([, setting]) => setting ?? ''),
    );
    assert.equal(linked.length > 0, true);
    assert.deepEqual(
      linked.filter((setting) => !(setting in declared)),
      [],
    );
  });

  it('has a colour in every kind of theme', () => {
    for (const { defaults } of contributes.colors) {
      assert.deepEqual(sorted(Object.keys(defaults)), ['dark', 'highContrast', 'highContrastLight', 'light']);
    }
  });

  it('lets nothing that writes a file be chosen in Restricted Mode', () => {
    const waiting = contributes.commands
      .filter(({ enablement }) => enablement?.includes('isWorkspaceTrusted'))
      .map(({ command }) => command);
    assert.deepEqual(sorted(waiting), sorted(writing));
    assert.equal(manifest.capabilities.untrustedWorkspaces.supported, 'limited');
  });

  it('asks for no proposed API', () => assert.equal('enabledApiProposals' in manifest, false));

  it('names files that are there', () => {
    const files = [
      manifest.icon,
      manifest.l10n,
      ...contributes.viewsContainers.activitybar.map(({ icon }) => icon),
      ...contributes.walkthroughs.flatMap(({ steps }) => steps.map(({ media }) => media.svg)),
    ];
    assert.deepEqual(
      files.filter((file) => !existsSync(file)),
      [],
    );
  });

  it('has walkthrough pictures that need no style, which the editor would not apply', () => {
    const pictures = contributes.walkthroughs.flatMap(({ steps }) => steps.map(({ media }) => media));
    for (const { svg, altText } of pictures) {
      assert.doesNotMatch(readFileSync(svg, 'utf8'), /<style|\bstyle=|\bclass=|<script/);
      assert.match(readFileSync(svg, 'utf8'), /var\(--vscode-/);
      assert.notEqual(textOf(altText), '');
    }
  });

  it('has the version that the changelog begins with', () => {
    const [, version] = /^## (\S+)/m.exec(readFileSync('CHANGELOG.md', 'utf8')) ?? [];
    assert.equal(version, manifest.version);
  });

  it('lets the code print nothing behind the person’s back', () =>
    assert.doesNotMatch(sources, /\bconsole\./));
});
