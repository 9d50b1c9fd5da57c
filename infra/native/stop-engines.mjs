export default () => Promise.all(globalThis.engines.map((engine) => engine.stop()));
