/** Memoises by argument identity. */
export const remembering = <Argument extends object, Answer>(work: (argument: Argument) => Answer) => {
  const answers = new WeakMap<Argument, { readonly answer: Answer }>();
  return (argument: Argument): Answer => {
    const known = answers.get(argument) ?? { answer: work(argument) };
    answers.set(argument, known);
    return known.answer;
  };
};
