// A process that counts in a record until it is killed. Arguments: a package, a class in it and its options as JSON.
import { changeRecord } from '@annals/event-sourcing';

const [source, name, options] = process.argv.slice(2);
const { [name]: Store } = await import(source);
const store = new Store(JSON.parse(options));

for (;;) {
  const { body } = await changeRecord(store, { kind: 'count', id: 'only' }, (present) => {
    const count = (present?.body.count ?? 0) + 1;
    return { body: { count }, keys: [`count/${count}`] };
  });
  console.log(body.count);
}
