"""An assistant's proposals for a post: what it is asked, how its answer is read, and what of it may be used.

request_for(article) -> the model, elsewhere -> read_answer -> verified(answer, source) -> with_assistance(article)
"""
