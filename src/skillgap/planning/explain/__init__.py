"""Why a path is as it is, and which facts stand in the way of a better one."""
