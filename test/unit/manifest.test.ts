import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import manifest from '../../package.json';
import nls from '../../package.nls.json';
import { commands, contextKeys, settings, submenus, views } from '../../src/extension/contributions';

const { contributes } = manifest;
const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(`src/${name}`, 'utf8'))
  .join('\n');
const written = JSON.stringify(contributes);
const sorted = (values: Iterable<string>) => [...new Set(values)].sort();

/** The menus of VS Code that are not proposals, as far as they are used here. An unknown one is silently ignored. */
const stableMenus = ['commandPalette', 'editor/context', 'view/title', 'view/item/context'];

describe('the manifest', () => {
  it('activates where there are lessons, and nowhere else', () =>
    assert.deepEqual(manifest.activationEvents, ['workspaceContains:.lessons']));

  it('declares the commands, views and settings that the code uses', () => {
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
      sorted(Object.keys(contributes.configuration.properties)),
      sorted(Object.values(names).map((name) => `${section}.${name}`)),
    );
  });

  it('gives every command a category, and no title that names it', () => {
    for (const { category, title } of contributes.commands) {
      assert.equal(category, '%cmd.category%');
      assert.doesNotMatch(nls[title.slice(1, -1) as keyof typeof nls], /lessons:/i);
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
    const linked = [
      ...`${nls['welcome.none']}${nls['welcome.filtered']}`.matchAll(/\(command:([\w.]+)\)/g),
    ].map(([, command]) => command ?? '');
    assert.deepEqual(
      [...used, ...linked].filter((command) => !known.includes(command)),
      [],
    );
  });

  it('sets every context key that it asks for, and asks for every one that it sets', () => {
    const names = [
      ...Object.values(commands),
      ...Object.values(views),
      ...Object.values(submenus),
      ...Object.keys(contributes.configuration.properties).map((key) => key.split('.').slice(0, 2).join('.')),
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

  it('states scope and order of every setting', () => {
    for (const setting of Object.values(contributes.configuration.properties)) {
      assert.equal(setting.scope, 'resource');
      assert.equal(typeof setting.order, 'number');
    }
  });

  it('has few settings, each at a place of its own', () => {
    const orders = Object.values(contributes.configuration.properties).map(({ order }) => order);
    assert.equal(orders.length <= 15, true);
    assert.equal(new Set(orders).size, orders.length);
  });

  it('asks for no proposed API', () => assert.equal('enabledApiProposals' in manifest, false));

  it('names files that are there', () => {
    const files = [
      manifest.icon,
      manifest.l10n,
      ...contributes.viewsContainers.activitybar.map(({ icon }) => icon),
    ];
    assert.deepEqual(
      files.filter((file) => !existsSync(file)),
      [],
    );
  });

  it('has the version that the changelog begins with', () => {
    const [, version] = /^## (\S+)/m.exec(readFileSync('CHANGELOG.md', 'utf8')) ?? [];
    assert.equal(version, manifest.version);
  });

  it('lets the code print nothing behind the person’s back', () =>
    assert.doesNotMatch(sources, /\bconsole\./));
});
