#!/usr/bin/env node
// The first thing that runs, on whatever Node there is and with nothing installed. So this file
// imports nothing and says nothing that an old Node could not read.
var wanted = [20, 19];
var found = process.versions.node.split(".").map(Number);

if (found[0] < wanted[0] || (found[0] === wanted[0] && found[1] < wanted[1])) {
  process.stderr.write(
    "Convene needs Node.js " +
      wanted.join(".") +
      " or later, and this is " +
      process.versions.node +
      ": install a newer one from https://nodejs.org.\n",
  );
  process.exitCode = 1;
} else {
  import("./launch.mjs").then(function (launcher) {
    return launcher.launch(process.argv.slice(2));
  });
}
