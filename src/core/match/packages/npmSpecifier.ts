/** Modules of Node itself, which win over packages of the same name: https://nodejs.org/api/modules.html#built-in-modules */
const builtIn = new Set(
  (
    'assert async_hooks buffer child_process cluster console constants crypto dgram diagnostics_channel dns domain events fs http ' +
    'http2 https inspector module net os path perf_hooks process punycode querystring readline repl stream string_decoder sys ' +
    'timers tls trace_events tty url util v8 vm wasi worker_threads zlib'
  ).split(' '),
);

/** The package that a specifier means: none for files, addresses and what is part of Node. */
export function packageOfSpecifier(specifier: string): string | undefined {
  const [, name] = /^(?:npm:)?((?:@[\w.~-]+\/)?[\w~-][\w.~-]*)(?:@[^/]*)?(?:\/.*)?$/s.exec(specifier) ?? [];
  return name === undefined || builtIn.has(name) ? undefined : name;
}
