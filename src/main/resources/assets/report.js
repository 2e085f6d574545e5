// Tables sort by a click on a head and filter by a text; on a phone each cell says what it is.
(() => {
  const word = document.body.dataset;
  const number = text => {
    const bare = text.replace(/[,%\s]/g, "");
    return bare === "" || isNaN(bare) ? null : Number(bare);
  };
  const compare = (a, b) => {
    const [x, y] = [number(a), number(b)];
    if (x !== null && y !== null) return x - y;
    if (x !== null || y !== null) return x === null ? -1 : 1;
    return a.localeCompare(b, document.documentElement.lang);
  };
  const sort = (table, head, column) => {
    const descending = head.getAttribute("aria-sort") === "ascending";
    const body = table.tBodies[0];
    const rows = [...body.rows].filter(row => !row.querySelector(".total"));
    const text = row => row.cells[column].textContent.trim();
    rows.sort((a, b) => compare(text(a), text(b)) * (descending ? -1 : 1));
    const totals = [...body.rows].filter(row => row.querySelector(".total"));
    body.append(...rows, ...totals);
    for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", descending ? "descending" : "ascending");
  };
  const filter = (place, rows) => {
    const field = document.createElement("input");
    field.type = "search";
    field.className = "filter";
    field.placeholder = field.ariaLabel = word.filter;
    field.addEventListener("input", () => {
      const wanted = field.value.trim().toLowerCase();
      for (const row of rows) row.hidden = wanted !== "" && !row.textContent.toLowerCase().includes(wanted);
    });
    place.before(field);
  };
  for (const table of document.querySelectorAll("table:not(.cells)")) {
    const heads = [...table.tHead.rows[0].cells];
    const rows = [...table.tBodies[0].rows];
    for (const row of rows) [...row.cells].forEach((cell, i) => { cell.dataset.label = heads[i].textContent; });
    if (rows.length > 1) {
      heads.forEach((head, column) => {
        const button = document.createElement("button");
        button.type = "button";
        button.textContent = head.textContent;
        button.title = word.sort;
        button.addEventListener("click", () => sort(table, head, column));
        head.replaceChildren(button);
      });
    }
    if (rows.length > 10) filter(table.parentElement, rows);
  }
  const findings = document.querySelectorAll("details.finding");
  if (findings.length > 10) filter(document.querySelector("#findings h3"), findings);
  document.documentElement.classList.add("scripted");
})();
