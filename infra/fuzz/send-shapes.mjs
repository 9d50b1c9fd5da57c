import { sendAtOnce } from './at-once.mjs';
import { shapes } from './shapes.mjs';

const SLOWEST = 5;

/** Sends all shapes, some at once, for at most `seconds`; says which took longest. */
export const sendShapes = async (description, ids, { send, seconds }) => {
  const began = performance.now();
  const requests = shapes(description, ids);
  const slowest = [];
  let sent = 0;
  const isTime = () => performance.now() - began < seconds * 1_000;
  const sendOne = async (request) => {
    const start = performance.now();
    await send(request);
    sent += 1;
    slowest.push({ took: performance.now() - start, title: request.title });
    slowest.sort((one, other) => other.took - one.took).splice(SLOWEST);
  };
  await sendAtOnce(requests, sendOne, isTime);
  const rest = [...requests].length;
  const took = ((performance.now() - began) / 1_000).toFixed();
  console.log(`${sent} shapes in ${took} s${rest > 0 ? `; ${rest} were left out for lack of time` : ''}; the slowest:`);
  for (const each of slowest) console.log(`  ${each.took.toFixed().padStart(6)} ms  ${each.title}`);
};
