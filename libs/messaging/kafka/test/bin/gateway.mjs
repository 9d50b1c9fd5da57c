// A gateway in a separate process, for tests that kill it. Its one argument is JSON:
// { brokers, gateway: options of the gateway, file: where it writes what it takes, dieAt?: at which step it kills itself }
import { Gateway, sourceIdOf } from '@annals/kafka';
import { appendFileSync } from 'node:fs';

const { brokers, gateway: options, file, dieAt = Infinity } = JSON.parse(process.argv[2]);

let steps = 0;
const step = () => {
  steps += 1;
  if (steps >= dieAt) process.kill(process.pid, 'SIGKILL');
};

const handle = async (message) => {
  step();
  if (message.body === 'bad') return { rejected: { code: 'Bad', message: 'It is bad.' } };
  appendFileSync(file, `${sourceIdOf(message)}\n`);
  step();
  return 'done';
};

await new Gateway({ brokers }, { ...options, onDeadLetter: step }, handle).start();
process.send('started');
