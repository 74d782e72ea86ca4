/** One kind of failure: what it means for HTTP and the terminal, and what a person can do. */
export interface ErrorEntry {
  readonly httpStatus: number;
  readonly exitCode: number;
  readonly title: string;
  readonly wayOut: string;
}

/** Exit codes of the terminal command. */
export const exitCodes = { ok: 0, checksFailed: 1, usage: 2, badInput: 3, internal: 4, cancelled: 130 } as const;

const usage = (title: string, wayOut: string): ErrorEntry => ({ httpStatus: 400, exitCode: exitCodes.usage, title, wayOut });
const badInput = (title: string, wayOut: string): ErrorEntry => ({ httpStatus: 422, exitCode: exitCodes.badInput, title, wayOut });

/** The closed table of errors. docs/errors.md lists the same rows; a test keeps the two equal. */
export const errorTable = {
  E_USAGE: usage('The command or request is not understood', 'Read the help: driftglass --help.'),
  E_INPUT_INVALID: usage('The request does not fit the operation', 'Correct the fields named in the message.'),
  E_CONFIG_INVALID: usage('The configuration file has a mistake', 'Correct the line named in the message.'),
  E_SUITE_INVALID: usage('The suite has a mistake', 'Correct the line named in the message.'),
  E_METHOD_UNKNOWN: usage('There is no such drift method', 'Choose one of the methods listed by driftglass methods.'),
  E_METHOD_NOT_APPLICABLE: usage(
    'The method cannot be used on this kind of column',
    'Choose another method or another kind for the column.',
  ),
  E_COLUMN_UNKNOWN: usage('There is no such column', 'Check the spelling; the message lists near names.'),
  E_CLASS_UNKNOWN: usage('There is no such class', 'Name a class of the target; the message lists them.'),
  E_DERIVATION_INVALID: usage(
    'A derived column is not valid SQL',
    'Correct it: COLUMN = EXPRESSION, where the expression is what would stand after SELECT.',
  ),
  E_CONDITION_INVALID: usage('The row condition is not valid SQL', 'Correct the condition; it is what would stand after WHERE.'),
  E_FILE_NOT_FOUND: badInput('The file does not exist', 'Check the path, or choose the file again.'),
  E_FILE_NOT_READABLE: badInput('The file cannot be opened', 'Check its permissions and that no other program holds it.'),
  E_FILE_FORMAT: badInput('The file is not of a format that can be read', 'Give a parquet, CSV or JSON lines file.'),
  E_FILE_CORRUPT: badInput('The file is damaged', 'Write it again, or restore it from its source.'),
  E_FOLDER_EMPTY: badInput('No data file was found there', 'Name a folder or pattern that holds parquet, CSV or JSON lines files.'),
  E_FILES_DIFFER: badInput(
    'The files of one data set do not have the same columns',
    'Keep files of one layout together, or name them one by one.',
  ),
  E_DATA_UNREADABLE: badInput(
    'The data could not be read to the end',
    'The message names the cause; leave the column out with --ignore, or write the file again.',
  ),
  E_NO_COLUMNS: badInput('There is no column to compare', 'Give two data sets that share columns, or choose other columns.'),
  E_MODEL_INVALID: badInput('The file is no ONNX model', 'Export the model again, or fetch the whole file.'),
  E_MODEL_UNSUPPORTED: badInput(
    'This model cannot be run here',
    'The message names what is missing; export the model again with what it says.',
  ),
  E_MODEL_EXTERNAL_DATA: badInput(
    'A part of the model lies in a file that cannot be used',
    'Put the files of the model into one folder, or export it as one file.',
  ),
  E_MODEL_MAPPING: usage(
    'The columns of the data do not fit the inputs of the model',
    'Say which columns fill the input: --map INPUT=a,b,c.',
  ),
  E_MODEL_VALUES: badInput(
    'Values of the data cannot be given to the model',
    'Choose what is done with missing values (--nulls nan, --fill COLUMN=VALUE), or correct the data.',
  ),
  E_MODEL_CHANGED: badInput(
    'A file of the registry was changed',
    'Do not use it. Register the file again from where it came from, or roll back to another version.',
  ),
  E_MODEL_UNKNOWN: {
    httpStatus: 404,
    exitCode: exitCodes.badInput,
    title: 'The registry has no such model',
    wayOut: 'Look at what there is: driftglass model list.',
  },
  E_MODEL_NO_EARLIER: badInput('There is nothing to roll back to', 'Look at the history: driftglass model history NAME.'),
  E_MODEL_MOVED: {
    httpStatus: 409,
    exitCode: exitCodes.badInput,
    title: 'Somebody else changed the alias',
    wayOut: 'Look at the history and start again: driftglass model history NAME.',
  },
  E_CARD_INVALID: usage('The model card has a mistake', 'Correct the line named in the message.'),
  E_GATE_INVALID: usage('The gate has a mistake', 'Correct the line named in the message.'),
  E_REGISTRY_FORMAT: badInput(
    'The registry is of another version of Driftglass',
    'Open it with the Driftglass that wrote it, or a newer one.',
  ),
  E_TRAINING_DATA: badInput(
    'The model cannot be trained on these data',
    'The message says why: choose other columns, other rows or another kind of model.',
  ),
  E_TRAINING_CHECK: {
    httpStatus: 500,
    exitCode: exitCodes.internal,
    title: 'The written model does not say what was trained',
    wayOut: 'Nothing was written. Please report it with the message and the command.',
  },
  E_PATH_NOT_ALLOWED: {
    httpStatus: 403,
    exitCode: exitCodes.badInput,
    title: 'This path is outside the folders that were opened',
    wayOut: 'Start the workbench in the folder that holds the file, or name the folder when you start it.',
  },
  E_WRITE_FAILED: {
    httpStatus: 507,
    exitCode: exitCodes.badInput,
    title: 'The file could not be written',
    wayOut: 'Check the folder, its permissions and the free space. Nothing was left half written.',
  },
  E_RUN_NOT_FOUND: {
    httpStatus: 404,
    exitCode: exitCodes.badInput,
    title: 'There is no such report',
    wayOut: 'It may have been removed. Make it again.',
  },
  E_REPORT_UNREADABLE: badInput('The file is no report that can be read', 'Save the report again with --format json.'),
  E_WORKSPACE_CORRUPT: badInput(
    'A file of the workspace is damaged',
    'The message names the file; move it away and open the workspace again.',
  ),
  E_OUT_OF_MEMORY: {
    httpStatus: 507,
    exitCode: exitCodes.internal,
    title: 'There is not enough memory or disk for this',
    wayOut: 'Close other work, free disk space for temporary files, or choose fewer columns.',
  },
  E_CANCELLED: { httpStatus: 499, exitCode: exitCodes.cancelled, title: 'Cancelled', wayOut: 'Start it again when you like.' },
  E_UNAUTHORISED: {
    httpStatus: 401,
    exitCode: exitCodes.usage,
    title: 'This window is not allowed in',
    wayOut: 'Open the address that the terminal printed.',
  },
  E_ENGINE_GONE: {
    httpStatus: 503,
    exitCode: exitCodes.internal,
    title: 'The engine stopped',
    wayOut: 'It has been started again. Repeat what you did; nothing saved was lost.',
  },
  E_NOT_FOUND: { httpStatus: 404, exitCode: exitCodes.usage, title: 'There is nothing at this address', wayOut: 'Check the address.' },
  E_INTERNAL: {
    httpStatus: 500,
    exitCode: exitCodes.internal,
    title: 'Something went wrong inside Driftglass',
    wayOut: 'Please report it with the message and what you did.',
  },
} as const satisfies Record<string, ErrorEntry>;

export type ErrorCode = keyof typeof errorTable;

export const errorCodes = Object.keys(errorTable) as readonly ErrorCode[];

export function isErrorCode(value: unknown): value is ErrorCode {
  return typeof value === 'string' && Object.hasOwn(errorTable, value);
}
