import { Option } from 'commander';
import type { HandlerContext } from '#shared/contract/operation.ts';
import type { ModelInfo } from '#shared/domain/model.ts';
import type { ModelAlias, ModelVersion } from '#shared/domain/registry.ts';
import { formatBytes, formatCount } from '#shared/text/formatNumber.ts';
import { describeMapping, describeValue } from '#shared/text/describeScoring.ts';
import type { CommandIo, TerminalCommand } from '../command.ts';
import { collect } from '../parseList.ts';
import { addScoringOptions, scoringFrom, type ScoringOptions } from '../options/scoring.ts';
import { visible } from '../printError.ts';
import { addAliasCommands } from '../registry/aliasCommands.ts';
import { addCompareCommand } from '../registry/compareCommand.ts';
import { addPromoteCommand } from '../registry/promoteCommand.ts';
import { addKeepCommands, versionLines } from '../registry/keepCommands.ts';
import type { Engine } from '#engine/index.ts';
import { withEngine } from '../withEngine.ts';

interface ShowOptions extends ScoringOptions {
  readonly data?: string;
  readonly ignore?: readonly string[];
  readonly workspace?: string;
  readonly format?: 'json';
}

function infoLines(info: ModelInfo): string[] {
  const { graph } = info;
  const made = [info.producer, info.producerVersion].filter((word) => word !== '').join(' ');
  const operators = graph.operators.map(({ operator, count }) => (count === 1 ? operator : `${operator} × ${count}`)).join(', ');
  const rows: [string, string][] = [
    ['file', `${info.path} (${formatBytes(info.bytes)})`],
    ['sha256', info.sha256],
    ['made by', made === '' ? 'not said' : made],
    ['operators', info.opsets.map(({ domain, version }) => `${domain} ${version}`).join(', ')],
    ['graph', `${formatCount(graph.numberOfNodes)} nodes (${operators}), ${formatCount(graph.numberOfParameters)} numbers`],
    ...info.inputs.map((value): [string, string] => ['input', `${value.name}  ${describeValue(value)}`]),
    ...info.outputs.map((value): [string, string] => ['output', `${value.name}  ${describeValue(value)}`]),
    ...(info.classes === null ? [] : [['classes', info.classes.join(', ')] as [string, string]]),
    ...Object.entries(info.metadata).map(([key, value]): [string, string] => ['metadata', `${key}: ${value}`]),
  ];
  return [info.name, '', ...rows.map(([head, text]) => `${head.padEnd(11)}${text}`), ...info.notes.map((note) => `note       ${note}`)];
}

interface Registered {
  readonly path: string;
  /** null for a file. */
  readonly version: ModelVersion | null;
  /** Those that point to the version. */
  readonly aliases: readonly ModelAlias[];
}

/** The version of the registry that a reference means, with its aliases. */
async function registered({ api }: Engine, reference: string, context: HandlerContext): Promise<Registered> {
  const { path, name, version } = await api.registry.resolve({ reference }, context);
  if (version === null) return { path, version, aliases: [] };
  const { versions, aliases } = await api.registry.get({ name }, context);
  const found = versions.find((each) => each.version === version) ?? null;
  return { path, version: found, aliases: aliases.filter((each) => each.version === version) };
}

async function show(model: string, options: ShowOptions, io: CommandIo): Promise<void> {
  const { defaultWorkspaceFolder } = await import('#engine/index.ts');
  const context = { signal: io.signal, progress: (): void => undefined };
  const found = await withEngine({ workspace: options.workspace ?? defaultWorkspaceFolder() }, async (engine) => {
    const { path, version, aliases } = await registered(engine, model, context);
    const request = {
      model: path,
      source: options.data === undefined ? null : { path: options.data },
      map: { ...version?.scoring.map, ...scoringFrom(options).map },
      derive: [],
      notFeatures: [...(options.ignore ?? [])],
    };
    return { ...(await engine.api.models.inspect(request, context)), version, aliases };
  });
  if (options.format === 'json') {
    io.stdout.write(`${JSON.stringify(found, null, 2)}\n`);
    return;
  }
  const { info, refused, fit, version, aliases } = found;
  const lines = version === null ? infoLines(info) : [...versionLines(version, aliases), ...infoLines(info).slice(2)];
  if (refused !== null) lines.push('', `It cannot be run here: ${refused}`);
  if (fit !== null) {
    lines.push('', ...(fit.problem === null ? describeMapping(fit.mapped) : [`The data do not fit: ${fit.problem}`]));
    if (fit.predictions.length > 0) lines.push(`gives ${fit.predictions.map(({ column, type }) => `${column} (${type})`).join(', ')}`);
  }
  io.stdout.write(`${lines.map(visible).join('\n')}\n`);
}

export const modelCommand: TerminalCommand = {
  id: 'model',
  register: (program, io) => {
    const group = program.command('model').summary('look at models').description('Look at models and keep them.');
    const command = group
      .command('show')
      .summary('what a model is and what it wants')
      .description('What an ONNX file says of itself, whether it can be run here, and how columns of data would fill it.')
      .argument('<model>', 'an ONNX file, or a model of the registry: NAME, NAME@ALIAS or NAME@3')
      .option('--data <data>', 'data whose columns are tried on it');
    addScoringOptions(command)
      .option('--ignore <names>', 'columns that are no features', collect)
      .option('--workspace <folder>', 'the workspace with the registry; usually that of the workbench')
      .addOption(new Option('--format <format>', 'what is printed, in place of text').choices(['json']))
      .action((model: string, options: ShowOptions) => show(model, options, io));
    addKeepCommands(group, io);
    addAliasCommands(group, io);
    addPromoteCommand(group, io);
    addCompareCommand(group, io);
  },
};
