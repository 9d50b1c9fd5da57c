export * as contactCommands from './contact.commands.js';
export { contact } from './contact.decider.js';
export { ContactsModule } from './contacts.module.js';
