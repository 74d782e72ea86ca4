import type { Command } from 'commander';
import type { ReportSettingsInput } from '#shared/domain/settings.ts';
import { addScoringOptions, modelWord, scoringFrom, type ScoringOptions } from './scoring.ts';

/** As typed. */
export interface ModelOptions extends ScoringOptions {
  readonly model?: string;
}

export function addModelOptions(command: Command): Command {
  return addScoringOptions(
    command.option(
      '-m, --model <model>',
      'score both sides with this model first: an ONNX file, or NAME@ALIAS of the registry; it makes the predictions',
    ),
  );
}

/** What the command line says of the model. The schema asks for the path where neither it nor the file names one. */
export function modelFrom(options: ModelOptions): ReportSettingsInput['model'] {
  const { model, map, nulls, fill } = options;
  if (model === undefined && map === undefined && nulls === undefined && fill === undefined) return undefined;
  const said = scoringFrom(options);
  return {
    ...(model !== undefined && { path: modelWord(model) }),
    ...(map !== undefined && { map: said.map }),
    ...(nulls !== undefined && { nulls }),
    ...(fill !== undefined && { fill: said.fill }),
  } as ReportSettingsInput['model'];
}
