const AT_ONCE = 4;

/** Sends what an iterator gives, some at once, while `goesOn`. */
export const sendAtOnce = async (requests, send, goesOn = () => true) => {
  const sendSome = async () => {
    for (let next = requests.next(); !next.done && goesOn(); next = requests.next()) await send(next.value);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, sendSome));
};
