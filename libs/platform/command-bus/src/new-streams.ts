const ids = new WeakMap<object, string>();

/** The command creates a record whose id the server has just made up, so no stream of that id can exist. */
export const withNewId = <C extends object>(command: C, id: string): C => {
  ids.set(command, id);
  return command;
};

/** Whether a stream of this name cannot exist yet. */
export const isNewStream = (command: object, stream: string): boolean => {
  const id = ids.get(command);
  return id !== undefined && stream.endsWith(`-${id}`);
};
