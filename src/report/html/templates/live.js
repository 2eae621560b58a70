"use strict";
(() => {
  const find = (id) => document.getElementById(id);
  const drop = find("drop");
  const pasted = find("pasted");
  const status = find("status");

  /* What comes back was escaped where it was made; scripts in parsed text never run. */
  const show = (html) => {
    const parsed = new DOMParser().parseFromString(html, "text/html");
    find("results").replaceChildren(...parsed.body.childNodes);
  };

  const send = async (address, body) => {
    const answer = await fetch(address, { method: "POST", body });
    if (!answer.ok) throw new Error(await answer.text());
    return answer.json();
  };

  const read = async (name, body) => {
    status.textContent = "Reading " + (name || "the article") + " …";
    try {
      const { html, message } = await send("/articles?name=" + encodeURIComponent(name), body);
      show(html);
      status.textContent = message;
      return true;
    } catch (error) {
      status.textContent = "Not read: " + error.message;
      return false;
    }
  };

  const readFiles = async (files) => {
    for (const file of files) await read(file.name, file);
  };

  drop.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (pasted.value.trim() === "") status.textContent = "Paste an article first.";
    else if (await read("", pasted.value)) pasted.value = "";
  });
  find("files").addEventListener("change", async (event) => {
    await readFiles([...event.target.files]);
    event.target.value = "";
  });
  find("clear").addEventListener("click", async () => {
    show((await send("/clear", "")).html);
    status.textContent = "Forgotten.";
  });
  addEventListener("dragover", (event) => {
    event.preventDefault();
    drop.classList.add("over");
  });
  addEventListener("dragleave", () => drop.classList.remove("over"));
  addEventListener("drop", async (event) => {
    event.preventDefault();
    drop.classList.remove("over");
    const files = [...event.dataTransfer.files];
    if (files.length > 0) await readFiles(files);
    else if (event.dataTransfer.getData("text").trim() !== "") await read("", event.dataTransfer.getData("text"));
  });
  addEventListener("hashchange", () => {
    const target = find(decodeURIComponent(location.hash.slice(1)));
    for (let part = target && target.closest("details"); part; part = part.parentElement.closest("details")) part.open = true;
    if (target) target.scrollIntoView({ block: "center" });
  });
})();
