import assert from 'node:assert/strict';
import { sourceOf } from '../../src/core/match/source';

describe("a source's language", () => {
  const check = (path: string, text: string, expected: string) =>
    it(`${path} ${text}`, () => assert.equal(sourceOf(path, text).language, expected));

  check('src/a.hpp', '', 'cpp');
  check('lib/tasks/a.rake', '', 'ruby');
  check('a.PS1', '', 'powershell');
  check('Vagrantfile', '', 'ruby');
  check('bin/deploy', '#!/bin/sh\necho', 'shellscript');
  check('bin/deploy', '#!/usr/bin/env python3.12\n', 'python');
  check('bin/deploy', '#!/usr/bin/env -S node --harmony', 'javascript');
  check('bin/deploy', '#! /opt/bin/ruby\r\nputs', 'ruby');
  check('bin/deploy', '#!/usr/bin/awk -f', 'plaintext');
  check('bin/deploy', 'echo #!/bin/sh', 'plaintext');
  check('a.py', '#!/bin/sh', 'python');
});
