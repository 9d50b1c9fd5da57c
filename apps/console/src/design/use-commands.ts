import { useQuery } from '@tanstack/react-query';
import { allCommands, type CommandForm } from '../api/catalogue.js';

/** The descriptions of all commands by name; `undefined` while they are loaded. */
export const useCommands = (): Readonly<Record<string, CommandForm>> | undefined =>
  useQuery({ queryKey: ['commands'], queryFn: allCommands, staleTime: Infinity }).data;
