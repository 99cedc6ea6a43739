import assert from 'node:assert/strict';
import type { ScopePackage } from '../../src/core/lesson/packages/packageFault';
import { packageReasons } from '../../src/core/match/packages/packageReasons';
import { ProjectManifests } from '../../src/core/match/packages/projectManifests';
import { sourceOf } from '../../src/core/match/source';

describe('why packages let a file in', () => {
  const files: Readonly<Record<string, string>> = {
    'package.json': '{"dependencies": {"express": "^4.17.0", "lodash": "github:lodash/lodash"}}',
    'web/package.json': '{"dependencies": {"express": "^5.0.0"}}',
    'pyproject.toml': '[project]\ndependencies = ["PyYAML<6"]\n',
    'go.mod': 'require a.b/c v1.2.3\n',
  };
  const reasons = async (packages: readonly ScopePackage[], path: string, text: string) => {
    const read = async (name: string) => files[name];
    const found = await packageReasons(packages, sourceOf(path, text), new ProjectManifests({ read }));
    return found.map(({ name, start, end, declared }) => `${name} "${text.slice(start, end)}" ${declared}`);
  };
  const check = (wanted: ScopePackage, path: string, text: string, expected: readonly string[]) =>
    it(`${JSON.stringify(wanted)} in ${path}: ${text.slice(0, 50)}`, async () =>
      assert.deepEqual(await reasons([wanted], path, text), expected));

  const express = { ecosystem: 'npm', name: 'express' };
  check(express, 'a.ts', "import e from 'express/lib'", ['express "express" ^4.17.0']);
  check({ name: 'express' }, 'a.ts', "import e from 'express'", ['express "express" ^4.17.0']);
  check({ ...express, range: '<5' }, 'src/a.ts', "import e from 'express'", ['express "express" ^4.17.0']);
  check({ ...express, range: '<5' }, 'web/src/a.ts', "import e from 'express'", []);
  check({ ...express, range: '<5' }, 'web/package.json', '{"dependencies": {"express": "4"}}', [
    'express "express" 4',
  ]);
  check({ ...express, range: '<5' }, 'web/package.json', '{"dependencies": {"express": "5"}}', []);
  check({ ...express, range: '<5' }, 'a.ts', "import e from 'koa'", []);
  check({ ecosystem: 'PyPI', name: 'express' }, 'a.ts', "import e from 'express'", []);
  check({ ecosystem: 'npm', name: 'lodash', range: '<4' }, 'a.ts', "import _ from 'lodash'", [
    'lodash "lodash" github:lodash/lodash',
  ]);
  check({ ecosystem: 'npm', name: 'koa', range: '<2' }, 'a.ts', "require('koa')", ['koa "koa" undefined']);
  check({ ecosystem: 'PyPI', name: 'pyyaml', range: '<5' }, 'x/a.py', 'import yaml', ['pyyaml "yaml" <6']);
  check({ ecosystem: 'PyPI', name: 'pyyaml', range: '>=6' }, 'x/a.py', 'import yaml', []);
  check({ ecosystem: 'PyPI', name: 'google-cloud-storage' }, 'a.py', 'from google.cloud.storage import x', [
    'google-cloud-storage "google.cloud.storage" undefined',
  ]);
  check({ ecosystem: 'Go', name: 'a.b/c', range: '<1.3' }, 'a.go', 'import "a.b/c/d"', [
    'a.b/c "a.b/c/d" v1.2.3',
  ]);
  check({ ecosystem: 'Go', name: 'a.b/c' }, 'a.go', 'import "a.b/cd"', []);
  check({ ecosystem: 'crates.io', name: 'serde-json' }, 'a.rs', 'use serde_json::x;', [
    'serde-json "serde_json" undefined',
  ]);
  check({ ecosystem: 'RubyGems', name: 'net-ssh' }, 'a.rb', "require 'net/ssh/version'", [
    'net-ssh "net/ssh/version" undefined',
  ]);
  check({ ecosystem: 'NuGet', name: 'newtonsoft.json' }, 'A.cs', 'using Newtonsoft.Json.Linq;', [
    'newtonsoft.json "Newtonsoft.Json.Linq" undefined',
  ]);
  const jackson = { ecosystem: 'Maven', name: 'com.fasterxml.jackson.core:jackson-databind' };
  check(jackson, 'A.java', 'import com.fasterxml.jackson.databind.X;', [
    `${jackson.name} "com.fasterxml.jackson.databind.X" undefined`,
  ]);
  check(jackson, 'A.java', 'import com.fasterxml.other.X;', []);
  check({ ecosystem: 'Maven', name: 'org.slf4j:slf4j-api' }, 'A.java', 'import org.slf4j.Logger;', [
    'org.slf4j:slf4j-api "org.slf4j.Logger" undefined',
  ]);

  it('tell each manifest once, until it is forgotten', async () => {
    const read: string[] = [];
    const manifests = new ProjectManifests({
      async read(path) {
        read.push(path);
        return undefined;
      },
    });
    const ask = () => packageReasons([express], sourceOf('a/b.ts', "import 'express'"), manifests);
    await ask();
    await ask();
    assert.deepEqual(read, ['a/package.json', 'package.json']);
    manifests.forget(['package.json']);
    await ask();
    assert.equal(read.length, 3);
  });
});
