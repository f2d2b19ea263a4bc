"""Adds up the result files: a line a project, a minimum a project, the closing line into summary.txt."""
import pathlib
import sys
import xml.etree.ElementTree as xml

results, minimum_file = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
minimum = dict(line.split() for line in minimum_file.read_text().splitlines() if line.strip())
space = {"t": "http://microsoft.com/schemas/VisualStudio/TeamTest/2010"}
run = {}
total = [0, 0, 0]
for file in sorted(results.glob("*.trx")):
    tree = xml.parse(file).getroot()
    counters = tree.find("t:ResultSummary/t:Counters", space)
    definition = tree.find("t:TestDefinitions/t:UnitTest", space)
    name = pathlib.Path(definition.get("storage")).stem if definition is not None else file.stem
    passed, failed = int(counters.get("passed")), int(counters.get("failed"))
    skipped = int(counters.get("total")) - passed - failed
    key = next((known for known in minimum if known.lower() == name.lower()), name)
    before = run.get(key, (0, 0, 0))
    run[key] = (before[0] + passed, before[1] + failed, before[2] + skipped)
    for i, n in enumerate((passed, failed, skipped)):
        total[i] += n

bad = total[1] > 0
for name, (passed, failed, skipped) in sorted(run.items()):
    print(f"{name}: {passed} passed, {failed} failed, {skipped} skipped")
for name, least in minimum.items():
    if run.get(name, (0, 0, 0))[0] < int(least):
        print(f"{name}: fewer than the {least} tests expected")
        bad = True
(results / "summary.txt").write_text(f"{total[0]} passed, {total[1]} failed, {total[2]} skipped\n")
sys.exit(1 if bad else 0)
