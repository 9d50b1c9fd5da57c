import { accountCommands } from '@annals/domain-accounts';
import { complaintCommands } from '@annals/domain-complaints';
import { contactCommands } from '@annals/domain-contacts';
import { customerCommands } from '@annals/domain-customers';
import { dealCommands } from '@annals/domain-deals';
import { organisationCommands } from '@annals/domain-organisation';
import type { Type } from '@nestjs/common';

const OF_THE_CLOCK = ['NoteSilence'];

/** Those of some slices that people and programs may send, by their type. */
export const bulkOf = (...slices: readonly Readonly<Record<string, Type>>[]): Readonly<Record<string, Type>> => {
  const all = slices.flatMap((slice) => Object.entries(slice));
  return Object.fromEntries(all.filter(([type]) => !OF_THE_CLOCK.includes(type)));
};

/** Every command that people and programs may send. */
export const commands = bulkOf(
  customerCommands,
  contactCommands,
  dealCommands,
  complaintCommands,
  accountCommands,
  organisationCommands,
);
