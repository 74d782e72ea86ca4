import { registry } from '#shared/lib/registry.ts';
import { methodsCommand } from './commands/methods.ts';
import { openCommand } from './commands/open.ts';
import { reportCommand } from './commands/report.ts';
import { sampleCommand } from './commands/sample.ts';
import { schemaCommand } from './commands/schema.ts';

export const commands = registry([reportCommand, methodsCommand, schemaCommand, sampleCommand, openCommand]);
