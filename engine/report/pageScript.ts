/** Sorts and filters the table and folds columns. The page says all it has to say without it. */
export const pageScript = `(() => {
const all = (selector, from = document) => [...from.querySelectorAll(selector)];
const table = document.querySelector('#drift-table');
const filter = document.querySelector('#filter');
const only = document.querySelector('#only-drifted');
const shown = document.querySelector('#shown');
for (const tools of all('.tools')) tools.hidden = false;
const show = () => {
  const words = filter.value.trim().toLowerCase();
  let count = 0;
  const rows = all('tbody tr', table);
  for (const row of rows) {
    row.hidden = (only.checked && !row.dataset.is) || !row.textContent.toLowerCase().includes(words) && !row.cells[0].dataset.v.toLowerCase().includes(words);
    if (!row.hidden) count += 1;
  }
  shown.textContent = count === rows.length ? '' : count + ' of ' + rows.length + ' columns';
};
const key = (row, at, kind) => {
  const cell = row.cells[at];
  const text = cell.dataset.v ?? cell.textContent;
  return kind === 'number' ? Number(text) : text.toLowerCase();
};
const sort = (head) => {
  const was = head.getAttribute('aria-sort');
  const down = was === null ? head.dataset.sort === 'number' && head.textContent !== 'verdict' : was === 'ascending';
  for (const other of all('th[aria-sort]', table)) other.removeAttribute('aria-sort');
  head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
  const rows = all('tbody tr', table).sort((a, b) => {
    const [x, y] = [a, b].map((row) => key(row, head.cellIndex, head.dataset.sort));
    return (x < y ? -1 : x > y ? 1 : 0) * (down ? -1 : 1) || a.dataset.at - b.dataset.at;
  });
  table.tBodies[0].append(...rows);
};
if (table) {
  filter.addEventListener('input', show);
  only.addEventListener('change', show);
  for (const head of all('th[data-sort]', table)) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = head.textContent;
    button.addEventListener('click', () => sort(head));
    head.replaceChildren(button);
  }
}
const columns = all('details.column');
const fold = (open) => () => { for (const column of columns) column.open = open; };
document.querySelector('#unfold')?.addEventListener('click', fold(true));
document.querySelector('#fold')?.addEventListener('click', fold(false));
const reachable = (column) => () => {
  for (const figure of all('figure', column)) {
    if (figure.scrollWidth > figure.clientWidth) figure.tabIndex = 0;
    else figure.removeAttribute('tabindex');
  }
};
for (const column of columns) column.addEventListener('toggle', reachable(column));
const goTo = () => {
  const target = document.getElementById(location.hash.slice(1));
  if (target instanceof HTMLDetailsElement) { target.open = true; target.scrollIntoView(); }
};
addEventListener('hashchange', goTo);
goTo();
let closed = [];
addEventListener('beforeprint', () => { closed = columns.filter((column) => !column.open); fold(true)(); });
addEventListener('afterprint', () => { for (const column of closed) column.open = false; });
})();`;
