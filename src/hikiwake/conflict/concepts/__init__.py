"""The stability concepts on arrays that know no names: what each asks for, and the ways to find who is stable where."""
