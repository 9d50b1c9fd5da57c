const NO_USER = /^(anonymous$|system:)/;

/** Whether an actor is a user, and not Annals itself or a caller without credentials. */
export const isUser = (actor: string): boolean => !NO_USER.test(actor);
