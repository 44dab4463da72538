# Warehouse, bucket and repository of this environment as environment variables; read before each cell, because they are
# renewed when somebody is shown new credentials.
import os as _os
import shlex as _shlex


def _quartermaster(*_):
    folder = _os.environ['QUARTERMASTER_PARTS']
    files = [_os.path.join(folder, each) for each in _os.listdir(folder) if each.endswith('.env')]
    for file in sorted(files, key=_os.path.getmtime):
        with open(file) as text:
            for word in _shlex.split(text.read()):
                name, _, value = word.partition('=')
                _os.environ[name] = value


_quartermaster()
get_ipython().events.register('pre_run_cell', _quartermaster)
